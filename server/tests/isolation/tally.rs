//! What was done, for the report at the end.

use super::operations::Operation;
use std::collections::BTreeMap;
use std::time::Duration;

#[derive(Default)]
pub struct Tally {
    pub operations: BTreeMap<&'static str, u64>,
    pub worlds: u64,
    pub answers: u64,
    pub bytes: u64,
    /// Answers and frames that were searched for what is not their reader's.
    pub searched: u64,
    pub frames: u64,
    pub differences: Vec<String>,
}

impl Tally {
    pub fn operation(&mut self, operation: Operation) {
        *self.operations.entry(operation.word()).or_default() += 1;
    }

    pub fn answer(&mut self, bytes: usize) {
        self.answers += 1;
        self.bytes += bytes as u64;
    }

    pub fn frame(&mut self, bytes: usize) {
        self.frames += 1;
        self.searched += 1;
        self.bytes += bytes as u64;
    }

    pub fn add(&mut self, other: Self) {
        for (word, count) in other.operations {
            *self.operations.entry(word).or_default() += count;
        }
        self.worlds += other.worlds;
        self.answers += other.answers;
        self.bytes += other.bytes;
        self.searched += other.searched;
        self.frames += other.frames;
        self.differences.extend(other.differences);
    }

    pub fn total(&self) -> u64 {
        self.operations.values().sum()
    }

    pub fn print(&self, seed: u64, took: Duration) {
        for (word, count) in &self.operations {
            println!("{count:>9}  {word}");
        }
        let Self {
            worlds,
            answers,
            frames,
            searched,
            bytes,
            differences,
            ..
        } = self;
        println!(
            "{:>9}  operations in {worlds} worlds, {:.1} s",
            self.total(),
            took.as_secs_f64()
        );
        println!(
            "{answers} answers and {frames} frames; {searched} texts searched, {} MB",
            bytes >> 20
        );
        for difference in differences {
            println!("DIFFERENCE {difference}");
        }
        println!("{} differences, ORIEL_TEST_SEED={seed}", differences.len());
    }
}
