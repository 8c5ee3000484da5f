//! The words of the pages. A word missing in one language does not compile.

mod en;
mod fr;

use crate::{activity::Activity, language::Language, link::Link};

/// Every sentence that a page shows, in one language.
pub(crate) struct Texts {
    pub(crate) site: &'static str,
    pub(crate) stand_in: &'static str,
    pub(crate) language_label: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) signed_in_as: &'static str,
    pub(crate) change_person: &'static str,

    pub(crate) choose_title: &'static str,
    pub(crate) choose_lead: &'static str,
    pub(crate) learner_one: &'static str,
    pub(crate) learner_two: &'static str,
    pub(crate) teacher: &'static str,
    pub(crate) others: &'static str,
    pub(crate) administrator: &'static str,
    pub(crate) assistant: &'static str,
    pub(crate) observer: &'static str,
    pub(crate) suspended: &'static str,
    pub(crate) numbered_learner: &'static str,
    pub(crate) enter: &'static str,

    pub(crate) course: &'static str,
    pub(crate) course_lead: &'static str,
    pub(crate) teacher_lead: &'static str,
    pub(crate) suspended_lead: &'static str,
    pub(crate) activities: &'static str,
    pub(crate) materials: &'static str,
    pub(crate) checklist: &'static str,
    pub(crate) quiz: &'static str,
    pub(crate) done: &'static str,
    pub(crate) to_do: &'static str,
    pub(crate) start_again: &'static str,

    pub(crate) mark_done: &'static str,
    pub(crate) back_to_course: &'static str,
    pub(crate) quiz_question: &'static str,
    pub(crate) quiz_plywood: &'static str,
    pub(crate) quiz_pvc: &'static str,
    pub(crate) quiz_cardboard: &'static str,
    pub(crate) quiz_submit: &'static str,
    pub(crate) quiz_wrong: &'static str,

    pub(crate) badge: &'static str,
    pub(crate) badge_closed: &'static str,
    pub(crate) badge_not_yet: &'static str,
    pub(crate) badge_asks: &'static str,
    pub(crate) badge_hidden: &'static str,
    pub(crate) badge_open: &'static str,
    pub(crate) badge_frame: &'static str,
    pub(crate) badge_new_window: &'static str,

    pub(crate) add_activity: &'static str,
    pub(crate) no_tools: &'static str,
    pub(crate) settings: &'static str,
    pub(crate) select_content: &'static str,
    pub(crate) cancel: &'static str,
    pub(crate) content_received: &'static str,
    pub(crate) activity_name: &'static str,
    pub(crate) several_added: &'static str,
    pub(crate) restrict_access: &'static str,
    pub(crate) restrict_lead: &'static str,
    pub(crate) restrict_from: &'static str,
    pub(crate) restrict_hidden: &'static str,
    pub(crate) more_settings: &'static str,
    pub(crate) tool_url: &'static str,
    pub(crate) custom_values: &'static str,
    pub(crate) save_and_return: &'static str,
    pub(crate) save_and_display: &'static str,

    pub(crate) accept_grades: &'static str,
    pub(crate) grades: &'static str,
    pub(crate) no_columns: &'static str,
    pub(crate) typed: &'static str,
    pub(crate) grade_person: &'static str,
    pub(crate) grade_score: &'static str,
    pub(crate) grade_save: &'static str,
    pub(crate) no_grade: &'static str,

    pub(crate) manage_tools: &'static str,
    pub(crate) registration_url: &'static str,
    pub(crate) no_address: &'static str,
    pub(crate) add_tool: &'static str,
    pub(crate) tools: &'static str,
    pub(crate) no_tools_yet: &'static str,
    pub(crate) active: &'static str,
    pub(crate) pending: &'static str,
    pub(crate) activate: &'static str,
    pub(crate) client_id: &'static str,
    pub(crate) deployment_id: &'static str,
    pub(crate) same_tool: &'static str,
    pub(crate) same_tool_lead: &'static str,
    pub(crate) update_tool: &'static str,
    pub(crate) register_new: &'static str,
    pub(crate) registration_frame: &'static str,
    pub(crate) back_to_tools: &'static str,

    pub(crate) going_to_tool: &'static str,
    pub(crate) going_on: &'static str,
    pub(crate) go_on: &'static str,

    pub(crate) refused_title: &'static str,
    pub(crate) refused_lead: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) missing_title: &'static str,
    pub(crate) missing_lead: &'static str,
    pub(crate) broken_title: &'static str,
    pub(crate) broken_lead: &'static str,
}

impl Texts {
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::TEXTS,
            Language::Fr => &fr::TEXTS,
        }
    }

    pub(crate) fn activity(&self, activity: Activity) -> &'static str {
        match activity {
            Activity::Materials => self.materials,
            Activity::Checklist => self.checklist,
            Activity::Quiz => self.quiz,
        }
    }

    /// The name of an activity that opens a tool.
    pub(crate) fn title_of<'a>(&self, link: &'a Link) -> &'a str
    where
        Self: 'static,
    {
        link.name.as_deref().unwrap_or(self.badge)
    }
}
