//! A page's live line, as a browser holds it.

use super::house::House;
use super::patience::soon;
use app::domain::change::{Change, Frame};
use futures::StreamExt;
use server::access::token::Token;
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
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
        Self::connect(house, token.reveal(), after, bytes)
            .await
            .unwrap()
    }

    /// Connects; who is not let in learns the status.
    pub async fn connect(
        house: &House,
        token: &str,
        after: Option<u64>,
        bytes: Option<u32>,
    ) -> Result<Self, u16> {
        let query = after.map(|after| format!("?after={after}"));
        let path = format!("/embed/{token}/live{}", query.unwrap_or_default());
        Self::knock(house, &path, &[], bytes).await
    }

    /// Connects to any address, with what the browser says.
    pub async fn knock(
        house: &House,
        path: &str,
        headers: &[(&'static str, String)],
        bytes: Option<u32>,
    ) -> Result<Self, u16> {
        let address = house.url.strip_prefix("http://").unwrap();
        let socket = TcpSocket::new_v4().unwrap();
        if let Some(bytes) = bytes {
            socket.set_recv_buffer_size(bytes).unwrap();
        }
        let stream = socket.connect(address.parse().unwrap()).await.unwrap();
        let url = format!("ws://{address}{path}");
        let mut request = url.into_client_request().unwrap();
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        match client_async(request, stream).await {
            Ok((line, _)) => Ok(Self(line)),
            Err(Error::Http(answer)) => Err(answer.status().as_u16()),
            Err(error) => panic!("{error}"),
        }
    }

    /// The next thing that is said.
    pub async fn next(&mut self) -> Heard {
        match soon("a frame", self.text()).await {
            Ok(text) => Heard::Frame(serde_json::from_str(&text).unwrap()),
            Err(code) => Heard::Closed(code),
        }
    }

    /// The next frame as it came, or the code with which the line was closed; however long it takes.
    pub async fn text(&mut self) -> Result<String, u16> {
        loop {
            match self.0.next().await {
                Some(Ok(Message::Text(text))) => return Ok(text.as_str().to_owned()),
                Some(Ok(Message::Close(frame))) => {
                    return Err(frame.map_or(1005, |frame| frame.code.into()));
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Err(1006),
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
