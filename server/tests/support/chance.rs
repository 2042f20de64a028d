//! Chance that can be repeated: every run prints its seed, and `ORIEL_TEST_SEED` sets it.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

pub struct Chance(StdRng);

impl Chance {
    pub fn new() -> Self {
        Self::of(Self::seed())
    }

    /// Chosen from outside, or another one each time.
    pub fn seed() -> u64 {
        let chosen = std::env::var("ORIEL_TEST_SEED")
            .ok()
            .and_then(|seed| seed.parse().ok());
        let seed = chosen.unwrap_or_else(rand::random::<u64>);
        println!("ORIEL_TEST_SEED={seed}");
        seed
    }

    pub fn of(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// One in so many times.
    pub fn one_in(&mut self, times: u32) -> bool {
        self.0.random_range(0..times) == 0
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0.random_range(0..end)
    }

    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            items.swap(end, self.below(end + 1));
        }
    }
}
