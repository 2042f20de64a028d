//! Texts as people write them, as far as an index minds: a few words stand everywhere, most words nearly nowhere.

/// Words that there are.
pub const WORDS: u64 = 50_000;

const BEGIN: [&str; 16] = [
    "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br",
];
const MIDDLE: [&str; 5] = ["a", "e", "i", "o", "u"];

/// The same numbers in each run.
pub struct Chance(pub u64);

impl Chance {
    pub const fn next(&mut self) -> u64 {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub const fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// The word of rank n comes with a probability of about 1/n.
    fn rank(&mut self) -> u64 {
        (WORDS as f64).powf(self.part()) as u64
    }
}

/// The word of a rank, from 1; the same for all time.
pub fn word(rank: u64) -> String {
    let mut text = String::new();
    let mut rest = rank;
    loop {
        let syllable = (rest % 80) as usize;
        text.push_str(BEGIN[syllable / 5]);
        text.push_str(MIDDLE[syllable % 5]);
        rest /= 80;
        if rest == 0 {
            return text;
        }
    }
}

pub fn text(chance: &mut Chance) -> String {
    let count = 4 + chance.below(17);
    let words: Vec<String> = (0..count).map(|_| word(chance.rank())).collect();
    words.join(" ")
}
