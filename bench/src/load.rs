//! A bounded load over kept-alive connections: as lean as possible, because it shares the cores with what it measures.

use anyhow::{Result, bail};
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub struct Measured {
    pub per_second: f64,
    pub p50: Duration,
    pub p99: Duration,
}

/// Sends what `request` makes from `connections` connections for a while; every answer must be 200.
pub async fn run<F>(
    address: SocketAddr,
    connections: usize,
    time: Duration,
    request: F,
) -> Result<Measured>
where
    F: Fn(usize) -> Vec<u8> + Clone + Send + 'static,
{
    let begun = Instant::now();
    let mut workers = Vec::new();
    for nth in 0..connections {
        let request = request.clone();
        workers.push(tokio::spawn(async move {
            one(address, nth, connections, begun + time, request).await
        }));
    }
    let mut took = Vec::new();
    for worker in workers {
        took.extend(worker.await??);
    }
    let all = begun.elapsed();
    Ok(Measured {
        per_second: took.len() as f64 / all.as_secs_f64(),
        p50: share(&mut took, 0.5),
        p99: share(&mut took, 0.99),
    })
}

async fn one<F>(
    address: SocketAddr,
    first: usize,
    step: usize,
    end: Instant,
    request: F,
) -> Result<Vec<Duration>>
where
    F: Fn(usize) -> Vec<u8>,
{
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (mut took, mut buffer, mut nth) = (Vec::new(), Vec::with_capacity(256 << 10), first);
    while Instant::now() < end {
        let bytes = request(nth);
        nth += step;
        let begun = Instant::now();
        stream.write_all(&bytes).await?;
        answer(&mut stream, &mut buffer).await?;
        took.push(begun.elapsed());
    }
    Ok(took)
}

/// Reads one answer, by its length or to its last chunk.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<()> {
    buffer.clear();
    loop {
        if stream.read_buf(buffer).await? == 0 {
            bail!("the server closed the connection");
        }
        let Some(head) = buffer.windows(4).position(|bytes| bytes == b"\r\n\r\n") else {
            continue;
        };
        let text = String::from_utf8_lossy(&buffer[..head]).to_lowercase();
        if !text.starts_with("http/1.1 200") {
            bail!(
                "the server answered {}",
                text.lines().next().unwrap_or_default()
            );
        }
        let whole = match text
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
        {
            Some(length) => buffer.len() >= head + 4 + length.trim().parse::<usize>()?,
            None => buffer.ends_with(b"0\r\n\r\n"),
        };
        if whole {
            return Ok(());
        }
    }
}

/// Asks each in its turn over one connection, the whole row so many times; answers how long each took each time.
pub async fn turns(
    address: SocketAddr,
    requests: &[Vec<u8>],
    rounds: usize,
) -> Result<Vec<Vec<Duration>>> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (mut took, mut buffer) = (
        vec![Vec::new(); requests.len()],
        Vec::with_capacity(256 << 10),
    );
    for _ in 0..rounds {
        for (request, took) in requests.iter().zip(&mut took) {
            let begun = Instant::now();
            stream.write_all(request).await?;
            answer(&mut stream, &mut buffer).await?;
            took.push(begun.elapsed());
        }
    }
    Ok(took)
}

/// The time that this part of all stayed below.
pub fn share(took: &mut [Duration], part: f64) -> Duration {
    took.sort_unstable();
    let nth = (took.len() as f64 * part) as usize;
    took.get(nth.min(took.len().saturating_sub(1)))
        .copied()
        .unwrap_or_default()
}

pub fn post(path: &str, json: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{json}",
        json.len()
    )
    .into_bytes()
}

pub fn get(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n").into_bytes()
}
