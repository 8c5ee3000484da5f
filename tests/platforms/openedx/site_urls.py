"""The addresses of the site: Open edX's own LTI endpoints, and the few pages around them that a test opens."""

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import include, path
from django.utils.html import escape
from django.utils.http import urlencode

import stand_ins


def health(_request):
    return HttpResponse("ok", content_type="text/plain")


def studio(request):
    """What Studio shows an author to copy into the tool, by Open edX's own template."""
    from django.contrib.auth import get_user_model
    from django.shortcuts import render
    from lti_consumer import api

    author = get_user_model().objects.get(username="teacher")
    launch = launch_data(author, "LtiResourceLinkRequest")
    return render(request, "html/lti_1p3_studio.html", api.get_lti_1p3_launch_info(launch))


def registration(_request):
    """The same values by name."""
    from django.conf import settings
    from lti_consumer.models import LtiConfiguration

    passport = LtiConfiguration.objects.get().lti_1p3_passport
    root = f"{settings.LMS_ROOT_URL}/api/lti_consumer/v1"
    return JsonResponse(
        {
            "issuer": settings.LMS_ROOT_URL,
            "client_id": passport.lti_1p3_client_id,
            "deployment_id": "1",
            "auth_url": f"{root}/launch/",
            "token_url": f"{root}/token/{passport.passport_id}",
            "jwks_url": f"{root}/public_keysets/{passport.passport_id}",
            "resource_link_id": stand_ins.BLOCK,
        }
    )


def course(request):
    """A course page with the block in an iframe, as the LMS shows it; `?user=` says who looks."""
    source = f"/open?{urlencode({'user': request.GET.get('user', '')})}"
    return HttpResponse(
        "<!doctype html><html lang='en'><title>Demo course</title><main><h1>Demo course</h1>"
        f"<iframe title='Get your badge' width='100%' height='700' src='{escape(source)}'></iframe></main></html>"
    )


def open_block(request):
    """What opening the block does: Open edX's code makes the login initiation, and the browser follows it."""
    from lti_consumer import api

    launch = launch_data(user_of(request), "LtiResourceLinkRequest")
    return HttpResponseRedirect(api.get_lti_1p3_content_url(launch))


def choose_content(request):
    """What the author's link to choose content does; the answer is accepted from a person who is signed in."""
    from django.contrib.auth import login
    from lti_consumer import api

    user = user_of(request)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    launch = launch_data(user, "LtiDeepLinkingRequest")
    return HttpResponseRedirect(api.get_lti_1p3_launch_start_url(launch, deep_link_launch=True))


def content_items(_request):
    """The content that authors chose."""
    from lti_consumer.models import LtiDlContentItem

    return JsonResponse({"items": [item.attributes for item in LtiDlContentItem.objects.all()]})


def gradebook(_request):
    """What tools wrote in the grade book."""
    return JsonResponse({"grades": stand_ins.GRADEBOOK})


def user_of(request):
    from django.contrib.auth import get_user_model

    return get_object_or_404(get_user_model(), username=request.GET.get("user", ""))


def launch_data(user, message_type):
    from lti_consumer.data import Lti1p3LaunchData
    from lti_consumer.models import LtiConfiguration

    return Lti1p3LaunchData(
        user_id=user.id,
        user_role=stand_ins.role_of(user),
        config_id=LtiConfiguration.objects.get().config_id,
        resource_link_id=stand_ins.BLOCK,
        external_user_id=stand_ins.external_id(user.id),
        preferred_username=user.username,
        name=user.get_full_name(),
        email=user.email,
        launch_presentation_document_target="iframe",
        context_id=stand_ins.COURSE,
        context_type=["course_offering"],
        context_title="Demo course",
        context_label=stand_ins.COURSE,
        message_type=message_type,
    )


urlpatterns = [
    path("api/", include("lti_consumer.plugin.urls", namespace="lti_consumer")),
    path("healthz", health),
    path("studio", studio),
    path("registration", registration),
    path("course", course),
    path("open", open_block),
    path("choose-content", choose_content),
    path("content-items", content_items),
    path("gradebook", gradebook),
]
