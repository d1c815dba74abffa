//! Numbers that look random and are the same in every run and on every machine.

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014 (splitmix64).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The n-th row of numbers of a seed.
    pub fn new(seed: u64, n: u64) -> Chance {
        let mut chance = Chance(seed);
        chance.0 = chance.next().wrapping_add(n.wrapping_mul(0xd134_2543_de82_ef95));
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 up to, and without, 1.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Between two numbers.
    pub fn between(&mut self, (least, most): (f64, f64)) -> f64 {
        least + (most - least) * self.unit()
    }

    /// A number below `n`; 0 where there is none.
    pub fn below(&mut self, n: usize) -> usize {
        ((self.unit() * n as f64) as usize).min(n.saturating_sub(1))
    }

    /// True with this probability.
    pub fn happens(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Bell-shaped around 0. A sum of twelve: it takes no logarithm, which differs in its last
    /// digit from machine to machine.
    pub fn bell(&mut self, spread: f64) -> f64 {
        let sum: f64 = (0..12).map(|_| self.unit()).sum();
        (sum - 6.0) * spread
    }
}
