//! English.

use super::Texts;

pub(super) static TEXTS: Texts = Texts {
    site: "Demo LMS",
    stand_in: "This is a stand-in for an LMS such as Moodle: one small course, to try a badge with. What you do here is kept in memory and forgotten when it stops.",
    language_label: "Language",
    skip: "Skip to the content",
    signed_in_as: "You are",
    change_person: "Change",

    choose_title: "Who do you want to be?",
    choose_lead: "There is no password. A learner does the course and gets the badge; the teacher sees what learners see, and earns nothing.",
    learner_one: "a learner",
    learner_two: "another learner",
    teacher: "the teacher of the course",

    course: "First steps with the laser cutter",
    course_lead: "Three short activities, about three minutes. The badge opens when the three are done.",
    teacher_lead: "You are the teacher: the badge activity is open to you, whatever is done. It earns you nothing.",
    activities: "Activities",
    materials: "Read: what may be cut, and what must not",
    checklist: "Read: before you press start",
    quiz: "Answer: one question",
    done: "Done",
    to_do: "To do",
    start_again: "Forget what I did",

    mark_done: "Mark as done",
    back_to_course: "Back to the course",
    quiz_question: "Which of these must never go into the laser cutter?",
    quiz_plywood: "Plywood",
    quiz_pvc: "PVC",
    quiz_cardboard: "Cardboard",
    quiz_submit: "Answer",
    quiz_wrong: "Not that one: it cuts well. Think of the material that gives off chlorine, and try again.",

    badge: "Get your badge",
    badge_closed: "Closed: it opens when the three activities above are done.",
    badge_open: "Open",
    badge_frame: "The badge tool",
    badge_new_window: "Open in a new window",

    going_to_tool: "Opening the badge tool",
    going_on: "One more step: your browser is sending the tool the answer.",
    go_on: "Continue",

    refused_title: "Invalid request",
    refused_lead: "This LMS did not answer the tool. Open the badge activity again from the course; if it happens again, the tool's settings and this LMS do not agree.",
    reason: "Reason",
    missing_title: "There is nothing here",
    missing_lead: "The address does not lead to a page of this LMS.",
    broken_title: "Something broke",
    broken_lead: "The LMS could not do it. Its log says why.",
};
