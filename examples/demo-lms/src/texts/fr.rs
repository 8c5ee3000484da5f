//! French.

use super::Texts;

pub(super) static TEXTS: Texts = Texts {
    site: "LMS de démonstration",
    stand_in: "Ceci remplace une plateforme comme Moodle : un seul petit cours, pour essayer un badge. Ce que vous y faites reste en mémoire et s’oublie à l’arrêt.",
    language_label: "Langue",
    skip: "Aller au contenu",
    signed_in_as: "Vous êtes",
    change_person: "Changer",

    choose_title: "Qui voulez-vous être ?",
    choose_lead: "Il n’y a pas de mot de passe. La personne qui apprend suit le cours et obtient le badge ; celle qui enseigne voit le même cours et n’obtient rien.",
    learner_one: "une personne qui apprend",
    learner_two: "une autre personne qui apprend",
    teacher: "la personne qui enseigne",

    course: "Premiers pas avec la découpeuse laser",
    course_lead: "Trois courtes activités, environ trois minutes. Le badge s’ouvre quand les trois sont faites.",
    teacher_lead: "Vous enseignez ce cours : l’activité du badge vous est ouverte, quoi qu’il soit fait. Elle ne vous donne rien.",
    activities: "Activités",
    materials: "Lire : ce qu’on peut découper, et ce qu’on ne doit pas",
    checklist: "Lire : avant d’appuyer sur départ",
    quiz: "Répondre : une question",
    done: "Fait",
    to_do: "À faire",
    start_again: "Oublier ce que j’ai fait",

    mark_done: "Marquer comme fait",
    back_to_course: "Retour au cours",
    quiz_question: "Lequel de ces matériaux ne doit jamais aller dans la découpeuse laser ?",
    quiz_plywood: "Le contreplaqué",
    quiz_pvc: "Le PVC",
    quiz_cardboard: "Le carton",
    quiz_submit: "Répondre",
    quiz_wrong: "Pas celui-là : il se découpe bien. Pensez à la matière qui dégage du chlore, et réessayez.",

    badge: "Obtenir votre badge",
    badge_closed: "Fermé : s’ouvre quand les trois activités ci-dessus sont faites.",
    badge_open: "Ouvert",
    badge_frame: "L’outil de badges",
    badge_new_window: "Ouvrir dans une nouvelle fenêtre",

    going_to_tool: "Ouverture de l’outil de badges",
    going_on: "Encore un pas : votre navigateur envoie la réponse à l’outil.",
    go_on: "Continuer",

    refused_title: "Requête non valable",
    refused_lead: "Cette plateforme n’a pas répondu à l’outil. Rouvrez l’activité du badge depuis le cours ; si cela se répète, les réglages de l’outil et ceux d’ici ne s’accordent pas.",
    reason: "Raison",
    missing_title: "Il n’y a rien ici",
    missing_lead: "Cette adresse ne mène à aucune page de cette plateforme.",
    broken_title: "Quelque chose a cassé",
    broken_lead: "La plateforme n’a pas pu le faire. Son journal dit pourquoi.",
};
