//! One world, played from its beginning to its end.

use super::difference::Outcome;
use super::ear::Ear;
use super::operations::Operation;
use super::tally::Tally;
use super::world::World;
use crate::support::chance::Chance;
use crate::support::house::House;
use app::domain::time::Timestamp;
use axum::Router;
use server::router::router;

pub struct Play<'a> {
    pub house: &'a House,
    pub router: Router,
    pub world: World,
    pub ears: Vec<Ear>,
    pub chance: Chance,
    pub tally: &'a mut Tally,
    /// What is being done, for the person who has to find a difference.
    pub doing: String,
    nth: u64,
}

impl<'a> Play<'a> {
    pub fn new(house: &'a House, world: World, chance: Chance, tally: &'a mut Tally) -> Self {
        Self {
            house,
            router: router(house.state.clone()),
            world,
            ears: Vec::new(),
            chance,
            tally,
            doing: "the world begins".to_owned(),
            nth: 0,
        }
    }

    /// Plays so many operations; what everybody hears is compared after each.
    pub async fn run(&mut self, operations: u64) -> Outcome {
        self.begin().await?;
        for nth in 1..=operations {
            self.nth = nth;
            let operation = Operation::any(&mut self.chance);
            operation.word().clone_into(&mut self.doing);
            operation.perform(self).await?;
            self.tally.operation(operation);
            self.listen().await?;
        }
        self.silence().await
    }

    /// Where a difference was met.
    pub fn place(&self) -> String {
        format!("operation {}: {}", self.nth, self.doing)
    }

    /// Somebody who asks: mostly with an embed that is open.
    pub fn viewer(&mut self) -> usize {
        let any = self.chance.below(self.world.embeds.len());
        if self.chance.one_in(16) {
            return any;
        }
        let now = Timestamp::now().0;
        let open = World::all(&self.world.embeds, |embed| {
            embed.is_open(embed.tokens.len() - 1, now)
        });
        self.chance.pick(&open)
    }

    /// Somebody who asks, and a conversation that they see, if they see any.
    pub fn viewer_with_talk(&mut self) -> (usize, Option<usize>) {
        let viewer = self.viewer();
        let visible = self.world.visible(viewer);
        if visible.is_empty() {
            return (viewer, None);
        }
        (viewer, Some(self.chance.pick(&visible)))
    }
}

/// A story that breaks off says where.
impl Drop for Play<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("broke off at {}", self.place());
        }
    }
}
