//! How often somebody may ask. Each process counts for itself.

use app::domain::id::ApiKeyId;
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;

type Limiter<K> = RateLimiter<K, DashMapStateStore<K>, DefaultClock, StateInformationMiddleware>;

/// Questions a minute, each of which comes back little by little.
pub struct Pace<K: Hash + Eq + Clone> {
    limiter: Limiter<K>,
    a_minute: NonZeroU32,
}

/// What somebody has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    pub limit: u32,
    pub remaining: u32,
    /// Seconds until the next question is answered; absent when this one is.
    pub retry_after: Option<u64>,
}

impl<K: Hash + Eq + Clone> Pace<K> {
    pub fn a_minute(times: NonZeroU32) -> Self {
        let quota = Quota::per_minute(times);
        Self {
            limiter: RateLimiter::dashmap(quota).with_middleware(),
            a_minute: times,
        }
    }

    /// Counts one question.
    pub fn ask(&self, who: &K) -> Left {
        let (remaining, retry_after) = match self.limiter.check_key(who) {
            Ok(state) => (state.remaining_burst_capacity(), None),
            Err(refused) => {
                let wait = refused.wait_time_from(DefaultClock::default().now());
                (0, Some(wait.as_secs() + 1))
            }
        };
        Left {
            limit: self.a_minute.get(),
            remaining,
            retry_after,
        }
    }

    /// Forgets those who have their whole share again.
    pub fn forget_idle(&self) {
        self.limiter.retain_recent();
    }
}

/// All the paces of one process.
pub struct Paces {
    pub api_keys: Pace<ApiKeyId>,
    /// Requests without a good key, by address.
    strangers: Pace<IpAddr>,
    sign_ins_by_address: Pace<IpAddr>,
    sign_ins_by_account: Pace<String>,
}

const SIGN_INS_OF_AN_ADDRESS: NonZeroU32 = NonZeroU32::new(20).unwrap();
const SIGN_INS_OF_AN_ACCOUNT: NonZeroU32 = NonZeroU32::new(5).unwrap();

impl Paces {
    pub fn new(api: NonZeroU32) -> Self {
        Self {
            api_keys: Pace::a_minute(api),
            strangers: Pace::a_minute(api),
            sign_ins_by_address: Pace::a_minute(SIGN_INS_OF_AN_ADDRESS),
            sign_ins_by_account: Pace::a_minute(SIGN_INS_OF_AN_ACCOUNT),
        }
    }

    /// A request without a good key.
    pub fn stranger(&self, address: IpAddr) -> Left {
        self.strangers.ask(&neighbourhood(address))
    }

    /// Counts an attempt; how many seconds to wait when it was one too many.
    pub fn sign_in(&self, address: IpAddr, account: &str) -> Option<u64> {
        let by_address = self
            .sign_ins_by_address
            .ask(&neighbourhood(address))
            .retry_after;
        by_address.or_else(|| {
            self.sign_ins_by_account
                .ask(&account.to_owned())
                .retry_after
        })
    }

    pub fn forget_idle(&self) {
        self.api_keys.forget_idle();
        self.strangers.forget_idle();
        self.sign_ins_by_address.forget_idle();
        self.sign_ins_by_account.forget_idle();
    }
}

/// Whoever has one IPv6 address has the 2^64 beside it.
fn neighbourhood(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => v4.into(),
            None => Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64)).into(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_in_ipv6_share_one_count() {
        let of = |text: &str| neighbourhood(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:3::4"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    }

    #[test]
    fn a_share_is_used_up_and_says_when_to_come_back() {
        let pace = Pace::a_minute(NonZeroU32::new(3).unwrap());
        let left: Vec<u32> = (0..3).map(|_| pace.ask(&"a").remaining).collect();
        assert_eq!(left, [2, 1, 0]);
        let refused = pace.ask(&"a");
        assert_eq!(refused.limit, 3);
        assert!(
            refused
                .retry_after
                .is_some_and(|seconds| (1..=21).contains(&seconds))
        );
        assert_eq!(pace.ask(&"b").retry_after, None, "others keep their share");
    }
}
