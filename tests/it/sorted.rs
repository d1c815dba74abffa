//! The sorted map and set do what those of the standard library do.

use crate::make::Chance;
use plumbline::sorted::{Map, Set};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

fn word(r: &mut Chance) -> Rc<str> {
    r.one_of(&["", "10", "2", "A.5.1", "A.5.10", "A.5.2", "a", "ab", "ä", "z"]).into()
}

#[test]
fn a_map_does_what_a_tree_does() {
    Chance::times(200, |r| {
        let (mut map, mut tree) = (Map::default(), BTreeMap::new());
        for step in 0..r.below(40) {
            let key = word(r);
            match r.below(3) {
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
    Chance::times(200, |r| {
        let (mut set, mut tree) = (Set::default(), BTreeSet::new());
        for _ in 0..r.below(40) {
            let text = word(r);
            match r.once_in(3) {
                true => assert_eq!(set.remove(&text), tree.remove(&text)),
                false => assert_eq!(set.insert(text.clone()), tree.insert(text.clone())),
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
