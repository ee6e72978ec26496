//! Styled lines that wrap at a width.

use anstyle::Style;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// A writer of wrapped, styled paragraphs.
pub struct Lines {
    out: String,
    width: usize,
}

/// A stretch of words in one style.
pub type Run<'a> = (Style, &'a str);

impl Lines {
    /// Lines of at most `width` columns, where words allow it.
    pub fn new(width: usize) -> Self {
        Lines { out: String::new(), width: width.max(40) }
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.out
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.out.push('\n');
    }

    /// One paragraph: `first` stands before its first line, as many spaces before the others.
    pub fn paragraph(&mut self, first: Run, runs: &[Run]) {
        let margin = first.1.width();
        self.styled(first.0, first.1);
        let mut column = margin;
        // Spaces that are due before the next word; they may end one run and matter to the next.
        let (mut fresh, mut spaces) = (true, 0);
        for (style, text) in runs {
            for (i, word) in text.split(' ').enumerate() {
                spaces += usize::from(i > 0);
                if word.is_empty() {
                    continue;
                }
                if spaces > 0 && !fresh && column + spaces + word.width() > self.width {
                    self.out.push('\n');
                    self.out.extend(std::iter::repeat_n(' ', margin));
                    column = margin;
                } else {
                    self.out.extend(std::iter::repeat_n(' ', spaces));
                    column += spaces;
                }
                self.styled(*style, word);
                column += word.width();
                (fresh, spaces) = (false, 0);
            }
        }
        while self.out.ends_with(' ') {
            self.out.pop();
        }
        self.out.push('\n');
    }

    fn styled(&mut self, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        let _ = write!(self.out, "{style}{text}{style:#}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_under_their_margin() {
        let plain = Style::new();
        let mut lines = Lines::new(40);
        lines.paragraph(
            (plain, "   7  "),
            &[
                (plain, "The envoys agreed to meet again before"),
                (plain, " the end of the month, in "),
                (plain, "Nairobi"),
                (plain, "."),
            ],
        );
        let wrapped =
            "   7  The envoys agreed to meet again\n      before the end of the month, in\n      Nairobi.\n";
        assert_eq!(lines.finish(), wrapped);
    }

    #[test]
    fn a_word_longer_than_the_width_stands_whole() {
        let plain = Style::new();
        let mut lines = Lines::new(40);
        let long = "x".repeat(60);
        lines.paragraph((plain, "  "), &[(plain, &long)]);
        assert_eq!(lines.finish(), format!("  {long}\n"));
    }
}
