//! The sorted map and set do what those of the standard library do.

use crate::any::for_any;
use plumbline::sorted::{Map, Set};
use proptest::collection::vec;
use proptest::prelude::Strategy;
use proptest::sample::select;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Up to 40 times: what is done, and with which key.
fn steps() -> impl Strategy<Value = Vec<(u8, Rc<str>)>> {
    let keys = ["", "10", "2", "A.5.1", "A.5.10", "A.5.2", "a", "ab", "ä", "z"].map(Rc::from);
    vec((0..3u8, select(keys.to_vec())), 0..40)
}

#[test]
fn a_map_does_what_a_tree_does() {
    for_any(200, steps(), |steps| {
        let (mut map, mut tree) = (Map::default(), BTreeMap::new());
        for (step, (what, key)) in steps.into_iter().enumerate() {
            match what {
                0 => assert_eq!(map.remove(&key), tree.remove(&key)),
                1 => {
                    let found = map.get_mut(&key).map(|value| *value += 100);
                    assert_eq!(found, tree.get_mut(&key).map(|value| *value += 100));
                }
                _ => assert_eq!(map.insert(key.clone(), step), tree.insert(key.clone(), step)),
            }
            assert_eq!(map.get(&key), tree.get(&key));
            assert_eq!(map.contains_key(&key), tree.contains_key(&key));
        }
        assert!(map.iter().eq(tree.iter()));
        assert_eq!((map.len(), map.is_empty()), (tree.len(), tree.is_empty()));
        assert_eq!(tree.into_iter().collect::<Map<_>>(), map);
    });
}

#[test]
fn a_set_does_what_a_tree_does() {
    for_any(200, steps(), |steps| {
        let (mut set, mut tree) = (Set::default(), BTreeSet::new());
        for (what, text) in steps {
            match what {
                0 => assert_eq!(set.remove(&text), tree.remove(&text)),
                _ => assert_eq!(set.insert(text.clone()), tree.insert(text.clone())),
            }
            assert_eq!(set.contains(&text), tree.contains(&text));
        }
        assert!(set.iter().eq(tree.iter()));
        assert_eq!((set.len(), set.is_empty()), (tree.len(), tree.is_empty()));
    });
}

#[test]
fn the_last_of_several_values_stays() {
    let map: Map<u8> = [("b".into(), 1), ("a".into(), 2), ("b".into(), 3)].into_iter().collect();
    assert_eq!(map.iter().map(|(k, v)| format!("{k}{v}")).collect::<String>(), "a2b3");
}
