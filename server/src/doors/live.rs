//! `GET …/live?after=N` below an inbox: the project's log from event N on, as far as the viewer sees it.

use crate::access::pass::{Pass, Refused};
use crate::access::viewer::Viewer;
use crate::error::Result;
use crate::live::{RESYNC_AFTER, Told, read_after};
use crate::state::Shared;
use crate::store::notify::Access;
use crate::store::{Db, event};
use app::domain::change::{Frame, closed};
use app::domain::id::ProjectId;
use app::domain::time::Timestamp;
use axum::Extension;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, interval_at, sleep, timeout};

#[derive(Deserialize)]
pub struct After {
    after: Option<u64>,
}

/// A frame that a reader does not take in this time means that the reader is gone.
const WRITE_TIMEOUT: Duration = Duration::from_secs(15);
/// Says that the line lives, how far the log is, and looks whether the access still holds.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// The page says nothing but that it lives.
const LONGEST_INBOUND: usize = 4 << 10;

pub async fn open(
    State(state): State<Shared>,
    Extension(pass): Extension<Pass>,
    Query(After { after }): Query<After>,
    upgrade: WebSocketUpgrade,
) -> Response {
    upgrade
        // The default would set aside 128 KiB for each of thousands of sockets.
        .read_buffer_size(4 << 10)
        .write_buffer_size(0)
        .max_write_buffer_size(4 << 20)
        .max_message_size(LONGEST_INBOUND)
        .on_upgrade(move |socket| async move {
            let mut line = OpenLine {
                state,
                socket,
                pass,
                seq: 0,
            };
            let end = line
                .serve(after)
                .await
                .unwrap_or(End::Close(closed::RESTART));
            if let End::Close(code) = end {
                line.close(code).await;
            }
        })
}

struct OpenLine {
    state: Shared,
    socket: WebSocket,
    pass: Pass,
    /// Everything up to here was told.
    seq: u64,
}

enum End {
    /// The page went away.
    Gone,
    Close(u16),
}

impl OpenLine {
    async fn serve(&mut self, after: Option<u64>) -> Result<End> {
        // Watch first, then read what was missed: nothing falls between.
        let mut accesses = self.state.live.watch_accesses();
        let mut told = self.state.live.watch(self.pass.viewer.project()).await?;
        if let Some(end) = self.catch_up(after).await? {
            return Ok(end);
        }
        self.follow(&mut told, &mut accesses).await
    }

    /// Tells what happened since the page's last event, or that it was too much to tell.
    async fn catch_up(&mut self, after: Option<u64>) -> Result<Option<End>> {
        let project = self.pass.viewer.project();
        let latest = event::latest(&self.state.db, project).await?;
        self.seq = after.unwrap_or(latest).min(latest);
        if latest - self.seq > RESYNC_AFTER || forgotten(&self.state.db, project, self.seq).await? {
            self.seq = latest;
            return Ok(self.say(&Frame::Resync { seq: latest }).await.err());
        }
        while let Some(missed) = read_after(&self.state.db, project, self.seq).await? {
            if let Err(end) = self.tell(&missed).await {
                return Ok(Some(end));
            }
        }
        Ok(self.say(&Frame::Live { seq: self.seq }).await.err())
    }

    async fn follow(
        &mut self,
        told: &mut Receiver<Arc<Told>>,
        accesses: &mut Receiver<Access>,
    ) -> Result<End> {
        // A change between admission and watching was not heard.
        if let Some(end) = self.recheck().await? {
            return Ok(end);
        }
        let mut heartbeat = interval_at(Instant::now() + HEARTBEAT, HEARTBEAT);
        loop {
            let end = tokio::select! {
                news = told.recv() => match news {
                    Ok(news) => self.tell(&news).await.err(),
                    Err(RecvError::Lagged(_)) => Some(End::Close(closed::LAGGED)),
                    Err(RecvError::Closed) => Some(End::Close(closed::RESTART)),
                },
                changed = accesses.recv() => match changed {
                    Ok(changed) if !self.pass.is_touched_by(changed) => None,
                    Err(RecvError::Closed) => Some(End::Close(closed::RESTART)),
                    Ok(_) | Err(RecvError::Lagged(_)) => self.recheck().await?,
                },
                _ = heartbeat.tick() => self.beat().await?,
                () = expiry(&self.pass.viewer) => Some(End::Close(closed::EXPIRED)),
                heard = self.socket.recv() => match heard {
                    None | Some(Err(_) | Ok(Message::Close(_))) => Some(End::Gone),
                    Some(Ok(_)) => None,
                },
            };
            if let Some(end) = end {
                return Ok(end);
            }
        }
    }

    async fn tell(&mut self, told: &Told) -> Result<(), End> {
        if told.seq <= self.seq {
            return Ok(());
        }
        if told.resync {
            self.seq = told.seq;
            return self.say(&Frame::Resync { seq: told.seq }).await;
        }
        let frames = told.frames(self.seq, &self.pass.viewer);
        self.seq = told.seq;
        for frame in frames {
            self.send(frame).await?;
        }
        Ok(())
    }

    async fn beat(&mut self) -> Result<Option<End>> {
        if let Some(end) = self.recheck().await? {
            return Ok(Some(end));
        }
        Ok(self.say(&Frame::Live { seq: self.seq }).await.err())
    }

    /// Whether the access still holds, and is what it was: one that shows something else now loads its lists anew.
    async fn recheck(&mut self) -> Result<Option<End>> {
        let now = self.pass.recheck(&self.state.db, Timestamp::now()).await?;
        let before = match now {
            Ok(pass) => std::mem::replace(&mut self.pass, pass),
            Err(Refused::Expired) => return Ok(Some(End::Close(closed::EXPIRED))),
            Err(_) => return Ok(Some(End::Close(closed::REVOKED))),
        };
        if self.pass.viewer.sees_as(&before.viewer) {
            return Ok(None);
        }
        Ok(self.say(&Frame::Resync { seq: self.seq }).await.err())
    }

    async fn say(&mut self, frame: &Frame) -> Result<(), End> {
        self.send(serde_json::to_string(frame).unwrap_or_default())
            .await
    }

    async fn send(&mut self, text: String) -> Result<(), End> {
        match timeout(WRITE_TIMEOUT, self.socket.send(Message::Text(text.into()))).await {
            Ok(Ok(())) => Ok(()),
            _ => Err(End::Gone),
        }
    }

    async fn close(&mut self, code: u16) {
        let frame = CloseFrame {
            code,
            reason: "".into(),
        };
        // Whether the page still hears it makes no difference.
        drop(timeout(WRITE_TIMEOUT, self.socket.send(Message::Close(Some(frame)))).await);
    }
}

/// The events after the page's last one are not kept any more.
async fn forgotten(db: &Db, project: ProjectId, seq: u64) -> Result<bool> {
    if seq == event::latest(db, project).await? {
        return Ok(false);
    }
    Ok(event::oldest(db, project)
        .await?
        .is_none_or(|oldest| oldest > seq + 1))
}

/// Ends at the viewer's last moment; never, when there is none.
async fn expiry(viewer: &Viewer) {
    match viewer.expires_at() {
        Some(at) => {
            let left = at.since(Timestamp::now()).max(0) as u64;
            // Timers of months are cut short; the loop asks again.
            sleep(Duration::from_millis(left.min(86_400_000))).await;
            if Timestamp::now() < at {
                std::future::pending::<()>().await;
            }
        }
        None => std::future::pending().await,
    }
}
