//! The ports: of the inbox, of the phone, of the host page, of the bot.

use anyhow::{Result, bail};
use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};

#[derive(Clone, Copy)]
pub struct Places {
    pub inbox: SocketAddr,
    pub phone: SocketAddr,
    pub host: SocketAddr,
    /// None: without the bot.
    pub bot: Option<SocketAddr>,
}

impl Places {
    /// Takes the ports, so that port 0 becomes a number, and lets them go again for those who will listen.
    /// Each address is part of what another one is told before it starts.
    pub fn find(
        inbox: SocketAddr,
        phone: SocketAddr,
        host: SocketAddr,
        bot: Option<SocketAddr>,
    ) -> Result<Self> {
        let inbox = take("--listen", inbox)?;
        let phone = take("--phone", phone)?;
        let host = take("--host", host)?;
        let bot = bot.map(|bot| take("--bot", bot)).transpose()?;
        Ok(Self {
            inbox: inbox.local_addr()?,
            phone: phone.local_addr()?,
            host: host.local_addr()?,
            bot: bot.map(|bot| bot.local_addr()).transpose()?,
        })
    }
}

fn take(flag: &str, wanted: SocketAddr) -> Result<TcpListener> {
    match TcpListener::bind(wanted) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!(
                "something listens on {wanted} already; choose another port with {flag} (port 0 takes a free one)"
            )
        }
        Err(error) => bail!("cannot listen on {wanted}: {error}"),
    }
}

/// The address for browsers. Origins have host names, so `127.0.0.1` will not do.
pub fn url(address: SocketAddr) -> String {
    format!("http://localhost:{}", address.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_ports_are_three_different_ones() {
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        let places = Places::find(any, any, any, Some(any)).unwrap();
        assert!(
            places.inbox != places.phone
                && places.phone != places.host
                && places.inbox != places.host
        );
    }

    #[test]
    fn a_taken_port_is_named_with_its_flag() {
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        let listener = TcpListener::bind(any).unwrap();
        let taken = listener.local_addr().unwrap();
        let error = Places::find(any, taken, any, None)
            .err()
            .unwrap()
            .to_string();
        assert!(
            error.contains("--phone") && error.contains(&taken.to_string()),
            "{error}"
        );
    }
}
