"""What the rest of Open edX would answer: the block, the course and its people.

Open edX's LTI code reaches the rest of the platform through one module, `lti_consumer.plugin.compat`. Only the functions
of that module are replaced here; what signs, checks, routes and stores stays the package's own.
"""

import uuid
from types import SimpleNamespace

COURSE = "course-v1:Blason+Demo+2026"
BLOCK = "block-v1:Blason+Demo+2026+type@lti_consumer+block@badge"

# What the block's scores came to, in their order.
GRADEBOOK = []

# Username, name, role in the course.
PEOPLE = [
    ("learner-one", "Learner", "One", "student"),
    ("learner-two", "Learner", "Two", "student"),
    ("teacher", "Course", "Teacher", "instructor"),
]


class Block(SimpleNamespace):
    """The activity on the course page, as far as the LTI code asks about it."""

    def is_past_due(self):
        return False

    def max_score(self):
        return 1.0

    def set_user_module_score(self, user, score, max_score, comment=""):
        self.gradebook.append({"user": user.username, "score": score, "max": max_score, "comment": comment})


def external_id(user_id: int) -> str:
    """The opaque number by which tools know a person: the same in every run, as in a site with a database."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{COURSE}/{user_id}"))


def install() -> Block:
    """Puts the stand-ins in place, before anything imports `lti_consumer.api`, and gives back the block."""
    from lti_consumer.plugin import compat

    block = Block(
        display_name="Get your badge",
        context_id=COURSE,
        has_score=True,
        weight=1.0,
        accept_grades_past_due=True,
        lti_1p3_passport_id="",
        start=None,
        due=None,
        scope_ids=SimpleNamespace(usage_id=BLOCK),
        gradebook=GRADEBOOK,
    )
    compat.load_enough_xblock = lambda _location: block
    compat.load_block_as_user = lambda _location: block
    compat.save_xblock = lambda _block: None
    compat.get_user_from_external_user_id = _user_of
    compat.get_course_members = lambda _course: _members()
    compat.merge_course_forum_roles = lambda _course, members: members
    compat.batch_get_or_create_externalids = _external_ids
    compat.user_has_studio_write_access = lambda user, _course: bool(user.is_authenticated and user.is_staff)
    compat.get_event_tracker = lambda: None
    return block


def create_people() -> None:
    """Enrols everybody."""
    for username, given, family, role in PEOPLE:
        _users().create_user(
            username,
            f"{username}@example.org",
            first_name=given,
            last_name=family,
            is_staff=role == "instructor",
        )


def role_of(user) -> str:
    """The role in the course, in Open edX's own words."""
    return next(role for username, _, _, role in PEOPLE if username == user.username)


def _users():
    from django.contrib.auth import get_user_model

    return get_user_model().objects


def _user_of(external: str):
    from lti_consumer.exceptions import LtiError

    for user in _users().all():
        if external_id(user.id) == str(external):
            return user
    raise LtiError("nobody here has this external id")


def _members() -> dict:
    return {
        user.id: {
            "id": user.id,
            "username": user.username,
            "email": user.email,
            "name": user.get_full_name(),
            "roles": [role_of(user)],
        }
        for user in _users().all()
    }


def _external_ids(users) -> dict:
    # The query asks for profiles, which only edx-platform has.
    return {user.id: SimpleNamespace(external_user_id=external_id(user.id)) for user in users.prefetch_related(None)}
