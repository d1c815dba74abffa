//! A JSON value that is read and never changed. It stands for `serde_json::Value`, whose tree map
//! would be a tenth of the core module.

use crate::model::sorted::Map;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::rc::Rc;

/// A JSON value.
#[derive(Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(Rc<str>),
    List(Vec<Json>),
    Object(Map<Json>),
}

// What was read is equal to itself: JSON has no number that is not (RFC 8259, section 6).
impl Eq for Json {}

impl Json {
    /// The member of an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(map) => map.get(key),
            _ => None,
        }
    }

    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text itself, shared.
    pub(crate) fn text(&self) -> Option<Rc<str>> {
        match self {
            Json::Text(text) => Some(text.clone()),
            _ => None,
        }
    }

    pub(crate) fn as_list(&self) -> Option<&Vec<Json>> {
        match self {
            Json::List(list) => Some(list),
            _ => None,
        }
    }

    /// A whole number that a double holds exactly (RFC 8259, section 6).
    pub(crate) fn as_u64(&self) -> Option<u64> {
        const MOST: f64 = 9_007_199_254_740_991.0;
        match self {
            Json::Number(n) if (0.0..=MOST).contains(n) && n.trunc() == *n => Some(*n as u64),
            _ => None,
        }
    }

    pub(crate) fn as_f64(&self) -> Option<f64> {
        match self {
            Json::Number(n) => Some(*n),
            _ => None,
        }
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Json::Null)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Json, E> {
        Ok(Json::Bool(yes))
    }

    fn visit_u64<E>(self, n: u64) -> Result<Json, E> {
        Ok(Json::Number(n as f64))
    }

    fn visit_i64<E>(self, n: i64) -> Result<Json, E> {
        Ok(Json::Number(n as f64))
    }

    fn visit_f64<E>(self, n: f64) -> Result<Json, E> {
        Ok(Json::Number(n))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut all = Vec::new();
        while let Some(value) = list.next_element()? {
            all.push(value);
        }
        Ok(Json::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json, A::Error> {
        let mut all = Vec::new();
        while let Some(Json::Text(key)) = object.next_key()? {
            all.push((key, object.next_value()?));
        }
        Ok(Json::Object(all.into_iter().collect()))
    }
}
