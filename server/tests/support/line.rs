//! A page's live line, as a browser holds it.

use super::house::House;
use super::patience::soon;
use app::domain::change::{Change, Frame};
use futures::StreamExt;
use server::access::token::Token;
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

pub struct Line(WebSocketStream<TcpStream>);

/// What a line brings.
#[derive(Debug)]
pub enum Heard {
    Frame(Frame),
    Closed(u16),
}

impl Line {
    /// Connects; `after` is the last event that the page knows of.
    pub async fn open(house: &House, token: &Token, after: Option<u64>) -> Self {
        Self::with_buffer(house, token, after, None).await
    }

    /// A small buffer fills soon when nobody reads.
    pub async fn with_buffer(
        house: &House,
        token: &Token,
        after: Option<u64>,
        bytes: Option<u32>,
    ) -> Self {
        let address = house.url.strip_prefix("http://").unwrap();
        let socket = TcpSocket::new_v4().unwrap();
        if let Some(bytes) = bytes {
            socket.set_recv_buffer_size(bytes).unwrap();
        }
        let stream = socket.connect(address.parse().unwrap()).await.unwrap();
        let query = after
            .map(|after| format!("?after={after}"))
            .unwrap_or_default();
        let url = format!("ws://{address}/embed/{}/live{query}", token.reveal());
        Self(client_async(url, stream).await.unwrap().0)
    }

    /// The next thing that is said.
    pub async fn next(&mut self) -> Heard {
        loop {
            match soon("a frame", self.0.next()).await {
                Some(Ok(Message::Text(text))) => {
                    return Heard::Frame(serde_json::from_str(&text).unwrap());
                }
                Some(Ok(Message::Close(frame))) => {
                    return Heard::Closed(frame.map_or(1005, |frame| frame.code.into()));
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Heard::Closed(1006),
            }
        }
    }

    pub async fn frame(&mut self) -> Frame {
        match self.next().await {
            Heard::Frame(frame) => frame,
            Heard::Closed(code) => panic!("the line was closed with {code}"),
        }
    }

    /// Everything up to the word that nothing is missing, and the number that it names.
    pub async fn catch_up(&mut self) -> (Vec<Change>, u64) {
        let mut all = Vec::new();
        loop {
            match self.frame().await {
                Frame::Changes { changes, .. } => all.extend(changes),
                Frame::Live { seq } | Frame::Resync { seq } => return (all, seq),
            }
        }
    }

    /// The changes of the next frame that has any.
    pub async fn changes(&mut self) -> Vec<Change> {
        loop {
            if let Frame::Changes { changes, .. } = self.frame().await {
                return changes;
            }
        }
    }

    /// Reads on until the line is closed, and answers the code.
    pub async fn end(&mut self) -> u16 {
        loop {
            if let Heard::Closed(code) = self.next().await {
                return code;
            }
        }
    }
}
