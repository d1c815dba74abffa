//! The few constructs of Markdown (CommonMark 0.31, GFM 0.29) that texts to fill in use: headings of
//! two ranks, paragraphs, one of them in italics, lists, numbered lists and tables.

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block<'a> {
    /// The title.
    Title(&'a str),
    /// A heading below it.
    Heading(&'a str),
    /// A paragraph.
    Paragraph(&'a str),
    /// A paragraph in italics.
    Emphasis(&'a str),
    /// Points without an order.
    List(Vec<&'a str>),
    /// Steps in order.
    Steps(Vec<&'a str>),
    /// Rows of cells, the heads of the columns first.
    Table(Vec<Vec<&'a str>>),
}

/// The pieces of a text, in order.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        if line.is_empty() {
            continue;
        }
        let mut run = |piece: &dyn Fn(&'_ str) -> bool| {
            let mut run = vec![line];
            while let Some(next) = lines.next_if(|next| piece(next)) {
                run.push(next);
            }
            run
        };
        blocks.push(if let Some(title) = line.strip_prefix("# ") {
            Block::Title(title)
        } else if let Some(heading) = line.strip_prefix("## ") {
            Block::Heading(heading)
        } else if let Some(words) = emphasis(line) {
            Block::Emphasis(words)
        } else if point(line).is_some() {
            let run = run(&|next| point(next).is_some());
            Block::List(run.into_iter().filter_map(point).collect())
        } else if step(line).is_some() {
            let run = run(&|next| step(next).is_some());
            Block::Steps(run.into_iter().filter_map(step).collect())
        } else if line.starts_with('|') {
            let run = run(&|next| next.starts_with('|'));
            let rows = run.into_iter().map(cells);
            Block::Table(rows.filter(|row| !row.iter().all(|cell| is_rule(cell))).collect())
        } else {
            Block::Paragraph(line)
        });
    }
    blocks
}

/// The words of a line that is in italics.
fn emphasis(line: &str) -> Option<&str> {
    let words = line.strip_prefix('*')?.strip_suffix('*')?;
    (!words.is_empty() && !words.starts_with(['*', ' '])).then_some(words)
}

/// The words of a point.
fn point(line: &str) -> Option<&str> {
    line.strip_prefix("- ")
}

/// The words of a step.
fn step(line: &str) -> Option<&str> {
    let (number, words) = line.split_once(". ")?;
    (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some(words)
}

/// The cells of a row.
fn cells(line: &str) -> Vec<&str> {
    let inside = line.trim_matches('|');
    inside.split('|').map(str::trim).collect()
}

/// Whether a cell is of the line between the heads and the rows.
fn is_rule(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|b| matches!(b, b'-' | b':'))
}

/// The lines of a text that mean something in Markdown which is not among these constructs, by
/// number from 1. Such a line would look one way in Markdown and another way in HTML.
pub fn unknown(text: &str) -> Vec<usize> {
    let mut strange = Vec::new();
    let mut before = "";
    for (n, line) in text.lines().enumerate() {
        let mut words = line;
        for known in ["# ", "## ", "- "] {
            words = words.strip_prefix(known).unwrap_or(words);
        }
        words = step(words).or(emphasis(words)).unwrap_or(words);
        let inside = ["*", "_", "`", "<", "\\", "~", "&", "](", "][", "]:", "!["];
        let begins = ["#", ">", "+ ", "- ", "* ", "=", "    ", "\t", "---"];
        // Two lines of one paragraph are one in Markdown.
        let plain = |line: &str| !line.is_empty() && !line.starts_with(['#', '-', '|', '*']);
        let joined = plain(line) && plain(before) && step(line).is_none();
        let is_row = words.starts_with('|');
        let row = is_row && !words.ends_with('|') || !is_row && words.contains('|');
        if line.trim() != line
            || joined
            || row
            || inside.iter().any(|sign| words.contains(sign))
            || begins.iter().any(|sign| words.starts_with(sign))
        {
            strange.push(n + 1);
        }
        before = line;
    }
    strange
}
