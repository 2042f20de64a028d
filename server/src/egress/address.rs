//! Which addresses a tenant may make this server speak to: public ones only. Inside a network there are
//! databases, routers and cloud metadata that trust whoever is inside too.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address belongs to the public internet (IANA's special-purpose registries, RFC 6890).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4_is_public(v4),
        IpAddr::V6(v6) => v6_is_public(v6),
    }
}

const V4_SPECIAL: [([u8; 4], u32); 15] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    // Between a carrier's router and its customers.
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    // Link-local; clouds keep their metadata here.
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    // Multicast, and what lies above it up to broadcast.
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
];

fn v4_is_public(address: Ipv4Addr) -> bool {
    let bits = address.to_bits();
    !V4_SPECIAL
        .iter()
        .any(|(net, length)| (bits ^ Ipv4Addr::from(*net).to_bits()) >> (32 - length) == 0)
}

/// Global unicast is 2000::/3. Loopback, unique-local, link-local, multicast, mapped and translated IPv4 addresses
/// lie outside of it; what lies inside and is still no place of its own stands here.
const V6_SPECIAL: [(Ipv6Addr, u32); 4] = [
    // Protocols of the IETF, Teredo among them.
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    // 6to4: any IPv4 address in disguise.
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

fn v6_is_public(address: Ipv6Addr) -> bool {
    let bits = address.to_bits();
    bits >> 125 == 1
        && !V6_SPECIAL
            .iter()
            .any(|(net, length)| (bits ^ net.to_bits()) >> (128 - length) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn public(text: &str) -> bool {
        is_public(text.parse().unwrap())
    }

    #[test]
    fn the_internet_is_public() {
        for address in [
            "1.1.1.1",
            "93.184.216.34",
            "172.32.0.1",
            "100.128.0.1",
            "192.0.1.1",
            "2606:4700::1111",
        ] {
            assert!(public(address), "{address}");
        }
    }

    #[test]
    fn what_is_inside_stays_inside() {
        for address in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:1.1.1.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "100::1",
        ] {
            assert!(!public(address), "{address}");
        }
    }

    proptest! {
        /// Against the standard library's own words, as far as they go.
        #[test]
        fn no_address_that_std_calls_special_is_public(bits: u32) {
            let address = Ipv4Addr::from_bits(bits);
            let special = address.is_private() || address.is_loopback() || address.is_link_local()
                || address.is_broadcast() || address.is_documentation() || address.is_multicast()
                || address.is_unspecified();
            prop_assert!(!(special && v4_is_public(address)));
            prop_assert!(!v6_is_public(address.to_ipv6_mapped()));
            prop_assert!(!v6_is_public(address.to_ipv6_compatible()));
        }

        #[test]
        fn the_same_holds_for_ipv6(bits: u128) {
            let address = Ipv6Addr::from_bits(bits);
            let special = address.is_loopback() || address.is_multicast() || address.is_unspecified()
                || address.is_unique_local() || address.is_unicast_link_local();
            prop_assert!(!(special && v6_is_public(address)));
        }

        /// Most of what is not listed stays reachable.
        #[test]
        fn eight_to_nine_is_public(rest in 0u32..(1 << 24)) {
            prop_assert!(v4_is_public(Ipv4Addr::from_bits(0x0800_0000 | rest)));
        }
    }
}
