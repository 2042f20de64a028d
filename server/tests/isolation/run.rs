//! World after world, each from its own chance, so that one can be played again without the others.

use super::play::Play;
use super::tally::Tally;
use super::words::Known;
use super::world::World;
use crate::support::base::Base;
use crate::support::chance::Chance;
use crate::support::house::House;
use server::work::send_message::AT_ONCE;
use std::num::NonZeroU32;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Operations of a world: few enough for an oracle that looks at everything, every time.
const IN_A_WORLD: u64 = 2_000;
const TELL_EVERY: u64 = 50;
/// What is wrong is wrong everywhere.
const DIFFERENCES: usize = 20;

/// The worlds that are still to be played.
struct Worlds {
    seed: u64,
    next: AtomicU64,
    end: u64,
    in_each: u64,
}

impl Worlds {
    /// `ORIEL_ISOLATION_WORLD` plays only one of them.
    fn of(operations: u64, seed: u64) -> Self {
        let in_each = operations.min(IN_A_WORLD);
        let only = std::env::var("ORIEL_ISOLATION_WORLD").ok();
        let only: Option<u64> = only.and_then(|nth| nth.parse().ok());
        Self {
            seed,
            next: only.unwrap_or(0).into(),
            end: only.map_or(operations.div_ceil(in_each), |nth| nth + 1),
            in_each,
        }
    }

    fn next(&self) -> Option<u64> {
        let nth = self.next.fetch_add(1, Ordering::Relaxed);
        (nth < self.end).then_some(nth)
    }

    /// Plays in one house until no world is left.
    async fn play(&self, base: Base) -> Tally {
        let house = House::open_with(base, |config| config.api_rate_limit = NonZeroU32::MAX).await;
        // Texts wait for a WhatsApp that never has a place for them.
        let places = house
            .state
            .sends
            .clone()
            .acquire_many_owned(AT_ONCE as u32)
            .await
            .unwrap();
        let mut tally = Tally::default();
        while tally.differences.len() < DIFFERENCES
            && let Some(nth) = self.next()
        {
            let chance = Chance::of(
                self.seed
                    .wrapping_add(nth.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
            );
            let known = Known::of_world(nth);
            let world = World {
                known,
                ..World::default()
            };
            let mut play = Play::new(&house, world, chance, &mut tally);
            let outcome = play.run(self.in_each).await;
            let place = play.place();
            drop(play);
            tally.worlds += 1;
            if (nth + 1) % TELL_EVERY == 0 {
                // A run that is broken off has said how far it came.
                println!("world {} of {} is over", nth + 1, self.end);
            }
            if let Err(difference) = outcome {
                let text = format!(
                    "ORIEL_TEST_SEED={} world {nth}, {place}\n  {difference}",
                    self.seed
                );
                eprintln!("a difference in world {nth}, {place}");
                tally.differences.push(text);
            }
        }
        drop(places);
        tally
    }
}

pub async fn one_after_another(base: Base, operations: u64) {
    let (start, seed) = (Instant::now(), Chance::seed());
    let tally = Worlds::of(operations, seed).play(base).await;
    tally.print(seed, start.elapsed());
    assert!(
        tally.differences.is_empty(),
        "answers differ from the oracle's"
    );
}

/// In a house for each core, on a thread of its own.
pub fn side_by_side(operations: u64) {
    let (start, seed) = (Instant::now(), Chance::seed());
    let worlds = Worlds::of(operations, seed);
    let all = Mutex::new(Tally::default());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .unwrap();
                let tally = runtime.block_on(async { worlds.play(Base::sqlite().await).await });
                all.lock().unwrap().add(tally);
            });
        }
    });
    let tally = all.into_inner().unwrap();
    tally.print(seed, start.elapsed());
    assert!(
        tally.differences.is_empty(),
        "answers differ from the oracle's"
    );
}
