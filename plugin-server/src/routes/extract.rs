//! What handlers take from a request: who asks, and what they sent.

mod admin;
mod choice;
mod launch;
mod session;
mod submission;
mod teacher;

pub(crate) use admin::{Admin, AdminForm, Manager, ManagerForm};
pub(crate) use choice::{ChoiceForm, ChoicePage};
pub(crate) use launch::{LaunchForm, LaunchPage};
pub(crate) use submission::Submission;
pub(crate) use teacher::{TeacherForm, TeacherPage};
