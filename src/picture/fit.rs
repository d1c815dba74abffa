//! Words that stay within the room they have. SVG does not break lines, and nothing measures text
//! without a browser, so widths are estimated, rather too wide than too narrow.

/// The words, cut with an ellipsis where they would be wider than the room. Room and size are
/// tenths of a unit.
pub(super) fn fit(words: &str, room: i32, size: i32) -> String {
    if length(words, size) <= room {
        return words.to_owned();
    }
    // Percents of the size of the font.
    let room = i64::from(room.max(0)) * 100 / i64::from(size.max(1));
    let (mut used, mut end) = (width('\u{2026}'), 0);
    for (at, c) in words.char_indices() {
        // What joins the sign before it goes with it.
        if !joins(c) && !words[..at].ends_with('\u{200d}') {
            end = at;
        }
        used += width(c);
        if used > room {
            break;
        }
    }
    let mut kept = words[..end].trim_end().to_owned();
    kept.push('\u{2026}');
    kept
}

/// Words in so many lines at most; SVG breaks none.
pub(super) fn wrapped(words: &str, room: i32, size: i32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut full = most == 0;
    for word in words.split(' ').take_while(|_| most > 0) {
        if let Some(last) = lines.last_mut() {
            let longer = [last, " ", word].concat();
            // The last line takes what is left, and is cut.
            if length(&longer, size) <= room || full {
                *last = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
        full = lines.len() >= most;
    }
    lines.into_iter().map(|line| fit(&line, room, size)).collect()
}

/// How much room words take.
pub(super) fn length(words: &str, size: i32) -> i32 {
    let percents: i64 = words.chars().map(width).sum();
    i32::try_from((percents * i64::from(size)).div_euclid(100) + 1).unwrap_or(i32::MAX)
}

/// The width of a character in percent of the size, in the widest of the usual system fonts.
fn width(c: char) -> i64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '\u{a0}' => 34,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' | '\u{2026}' => 98,
        'a'..='z' => 62,
        '0'..='9' => 64,
        '\0'..='\u{10ff}' => 74,
        c if joins(c) => 0,
        _ => 105,
    }
}

/// Whether it belongs to the character before it.
fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}
