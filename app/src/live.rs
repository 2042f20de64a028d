//! The open line to the server: it connects, resumes after the last event it knows, and tries again when it is lost.

use crate::ask::opening::check_access;
use crate::browser::{history, timer, visibility};
use crate::desk::{Desk, Line};
use crate::domain::change::closed;
use crate::domain::time::{SECOND, Timestamp};
use crate::json;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{CloseEvent, MessageEvent, WebSocket};

/// The server says something every 20 seconds; longer silence means that the line is dead.
const SILENCE: i64 = 50 * SECOND;
const WATCH: Duration = Duration::from_secs(10);
const SHORTEST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Keeps the desk in step for as long as the page lives.
pub fn follow(desk: Desk) {
    let line = Rc::new(OpenLine {
        desk,
        socket: RefCell::default(),
        failures: RefCell::default(),
        heard_at: RefCell::new(Timestamp::now()),
        waiting: RefCell::default(),
        closures: RefCell::default(),
    });
    line.connect();
    let back = line.clone();
    visibility::on_return(move || back.come_back());
    let gone = line.clone();
    visibility::on_loss(move || gone.give_up());
    let watch = line.clone();
    set_interval(move || watch.look(), WATCH);
}

struct OpenLine {
    desk: Desk,
    socket: RefCell<Option<WebSocket>>,
    failures: RefCell<u32>,
    heard_at: RefCell<Timestamp>,
    waiting: RefCell<Option<TimeoutHandle>>,
    closures: RefCell<Option<Closures>>,
}

struct Closures {
    _message: Closure<dyn Fn(MessageEvent)>,
    _close: Closure<dyn Fn(CloseEvent)>,
}

impl OpenLine {
    fn connect(self: &Rc<Self>) {
        self.waiting.take().inspect(TimeoutHandle::clear);
        self.hang_up();
        self.heard_at.replace(Timestamp::now());
        let Ok(socket) = WebSocket::new(&history::live_url(self.desk.seq.get_untracked())) else {
            return self.try_later();
        };
        let (line, own) = (self.clone(), socket.clone());
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            line.hear(&own, &event)
        });
        let (line, own) = (self.clone(), socket.clone());
        let close = Closure::<dyn Fn(CloseEvent)>::new(move |event: CloseEvent| {
            line.lost(&own, event.code())
        });
        socket.set_onmessage(Some(message.as_ref().unchecked_ref()));
        socket.set_onclose(Some(close.as_ref().unchecked_ref()));
        self.socket.replace(Some(socket));
        self.closures.replace(Some(Closures {
            _message: message,
            _close: close,
        }));
    }

    fn hear(&self, socket: &WebSocket, event: &MessageEvent) {
        if !self.is_current(socket) {
            return;
        }
        self.heard_at.replace(Timestamp::now());
        let frame = event.data().as_string().and_then(|text| json::read(&text));
        if let Some(frame) = frame {
            self.failures.replace(0);
            self.desk.hear(frame);
        }
    }

    fn lost(self: &Rc<Self>, socket: &WebSocket, code: u16) {
        if !self.is_current(socket) {
            return;
        }
        match code {
            closed::EXPIRED => self.desk.line.set(Line::Expired),
            closed::REVOKED => self.desk.line.set(Line::Revoked),
            _ => {
                self.check_access();
                self.try_later();
            }
        }
    }

    /// A socket that is refused does not say why. An access that was revoked while the line was down
    /// would be tried for ever.
    fn check_access(&self) {
        let desk = self.desk;
        spawn_local(async move {
            if check_access().await == Err(Problem::Unauthorized) {
                let expires_at = desk.card.with_value(|card| card.expires_at);
                let expired = expires_at.is_some_and(|at| at <= Timestamp::now());
                desk.line.set(if expired {
                    Line::Expired
                } else {
                    Line::Revoked
                });
            }
        });
    }

    /// Twice as long after each failure, and never all pages at the same moment.
    fn try_later(self: &Rc<Self>) {
        self.desk.lose_line();
        let failures = self.failures.replace_with(|failures| *failures + 1).min(10);
        let most = (SHORTEST_PAUSE * 2_u32.pow(failures)).min(LONGEST_PAUSE);
        let line = self.clone();
        let waiting = timer::after(most.mul_f64(0.3 + 0.7 * timer::chance()), move || {
            if line.desk.line.get_untracked() == Line::Lost {
                line.connect();
            }
        });
        self.waiting.replace(waiting);
    }

    /// There is no network: the socket may not notice for a long while, but the dot tells the truth.
    fn give_up(self: &Rc<Self>) {
        if matches!(
            self.desk.line.get_untracked(),
            Line::Live | Line::Connecting
        ) {
            self.hang_up();
            self.try_later();
        }
    }

    /// The page is looked at again, or there is a network again: no reason to wait any longer.
    fn come_back(self: &Rc<Self>) {
        self.desk.tick();
        if visibility::is_visible() {
            self.desk.read_if_seen();
            if self.desk.line.get_untracked() == Line::Lost {
                self.connect();
            } else {
                self.look();
            }
        }
    }

    fn look(self: &Rc<Self>) {
        let silent = Timestamp::now().since(*self.heard_at.borrow()) > SILENCE;
        if silent
            && matches!(
                self.desk.line.get_untracked(),
                Line::Live | Line::Connecting
            )
        {
            self.desk.lose_line();
            self.connect();
        }
    }

    fn is_current(&self, socket: &WebSocket) -> bool {
        self.socket.borrow().as_ref() == Some(socket)
    }

    fn hang_up(&self) {
        if let Some(old) = self.socket.take() {
            old.set_onmessage(None);
            old.set_onclose(None);
            let _ = old.close();
        }
    }
}
