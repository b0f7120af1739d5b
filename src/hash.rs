//! One number for many bytes, the same on every machine: what two runs, folders or profiles are told apart by. It is
//! no secret, and doesn't keep anybody from finding other bytes with the same number.

use fnv::FnvHasher;
use std::hash::Hasher;

/// The number of these bytes, one part after the other (64-bit FNV-1a); where one part ends and the next begins makes
/// no difference.
pub fn hash<Part: AsRef<[u8]>>(parts: impl IntoIterator<Item = Part>) -> u64 {
    let mut hasher = FnvHasher::default();
    for part in parts {
        hasher.write(part.as_ref());
    }
    hasher.finish()
}

/// The same as it is written: sixteen digits of base sixteen.
pub fn hashed<Part: AsRef<[u8]>>(parts: impl IntoIterator<Item = Part>) -> String {
    format!("{:016x}", hash(parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_is_published_for_fnv_1a() {
        assert_eq!(hashed([""]), "cbf29ce484222325");
        assert_eq!(hashed(["foobar"]), "85944171f73967e8");
        assert_eq!(hash(["foo", "bar"]), hash(["foobar"]));
    }
}
