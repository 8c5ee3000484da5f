//! Where in the document the reader is.

/// One step into an object or an array.
#[derive(Debug, Clone, Copy)]
pub(super) enum Segment<'a> {
    Name(&'a str),
    Index(usize),
}

/// The steps from the document to a value in it.
#[derive(Debug, Default)]
pub(super) struct Path<'a> {
    segments: Vec<Segment<'a>>,
}

impl<'a> Path<'a> {
    pub(super) fn enter(&mut self, segment: Segment<'a>) {
        self.segments.push(segment);
    }

    /// Goes back one step. After an error nobody does, so that the path stays where the error is.
    pub(super) fn leave(&mut self) {
        self.segments.pop();
    }

    /// The JSON pointer, [RFC 6901](https://www.rfc-editor.org/rfc/rfc6901).
    pub(super) fn pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in &self.segments {
            pointer.push('/');
            match segment {
                Segment::Name(name) => pointer.push_str(&name.replace('~', "~0").replace('/', "~1")),
                Segment::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }
}
