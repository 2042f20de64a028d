//! What joins phones and businesses: the one thing that every door of the sandbox holds.

mod deliver;
mod inbound;
mod outbound;
mod past;
mod read;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::fault::Faults;
use crate::live::{Change, Live};
use crate::media::Files;
use crate::settings::Settings;
use crate::webhook::Webhooks;
use crate::world::{ChatKey, Customer, Message, NewCustomer, World, digits};
pub use inbound::Refused;
pub use outbound::{Accepted, Outgoing};
pub use past::Past;

pub type SharedNetwork = Arc<Network>;

pub struct Network {
    world: Mutex<World>,
    pub files: Files,
    pub faults: Faults,
    pub live: Live,
    pub webhooks: Webhooks,
    pub app_secret: String,
    accepted: Mutex<Vec<Accepted>>,
    tasks: Mutex<JoinSet<()>>,
    stopped: watch::Sender<bool>,
}

impl Network {
    pub fn new(settings: Settings) -> SharedNetwork {
        Arc::new(Self {
            world: Mutex::new(World {
                numbers: settings.numbers,
                ..World::default()
            }),
            files: Files::default(),
            faults: Faults::default(),
            live: Live::new(),
            webhooks: Webhooks::new(&settings.app_secret, settings.webhook_url),
            app_secret: settings.app_secret,
            accepted: Mutex::default(),
            tasks: Mutex::default(),
            stopped: watch::Sender::new(false),
        })
    }

    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every accepted send, in order.
    pub fn accepted(&self) -> Vec<Accepted> {
        self.accepted
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Adds a customer, or changes one.
    pub fn learn_customer(self: &Arc<Self>, told: NewCustomer) -> Customer {
        let customer = {
            let mut world = self.world();
            let customer = world.meet(&digits(&told.phone));
            customer.learn(told);
            customer.clone()
        };
        self.live.tell(Change::Customer {
            customer: customer.clone(),
        });
        if customer.phone_on {
            self.deliver_waiting(&customer.phone);
        }
        customer
    }

    /// Runs something that must end with the sandbox.
    pub fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        while tasks.try_join_next().is_some() {}
        tasks.spawn(task);
    }

    pub fn stop(&self) {
        self.stopped.send_replace(true);
        self.tasks
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .abort_all();
    }

    /// Waits until the sandbox is dropped.
    pub async fn stopped(&self) {
        let _ = self.stopped.subscribe().wait_for(|stopped| *stopped).await;
    }

    fn tell_message(&self, chat: &ChatKey, message: &Message) {
        let (chat, message) = (chat.clone(), message.clone());
        self.live.tell(Change::Message { chat, message });
    }
}
