//! The LMS through its own router: what a visitor sees, what a tool is answered.

#[cfg(test)]
mod browser;
#[cfg(test)]
mod course;
#[cfg(test)]
mod launch;
#[cfg(test)]
mod people;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod switches;
