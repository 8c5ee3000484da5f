//! `lti-advantage` against a platform with Moodle's peculiarities, over HTTP on the loopback:
//! each switch of the demo LMS on and off, and that what it stands for was really met.

#[cfg(test)]
#[path = "demo_lms/choosing.rs"]
mod choosing;
#[cfg(test)]
#[path = "demo_lms/grade_book.rs"]
mod grade_book;
#[cfg(test)]
#[path = "demo_lms/registering.rs"]
mod registering;
#[cfg(test)]
#[path = "demo_lms/roster.rs"]
mod roster;
#[cfg(test)]
#[path = "demo_lms/tokens.rs"]
mod tokens;
#[cfg(test)]
#[path = "demo_lms/visitor.rs"]
mod visitor;
#[cfg(test)]
#[path = "demo_lms/world.rs"]
mod world;
