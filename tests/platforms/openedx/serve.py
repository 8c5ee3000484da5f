"""Serves Open edX's own LTI 1.3 platform code over HTTP, without Open edX.

    pip install -r requirements.txt
    python serve.py --listen 127.0.0.1:8090 --tool http://127.0.0.1:8080

It answers until it is stopped; `/healthz` says when it is ready. Everything is in memory.
"""

import argparse
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import settings
import stand_ins

CLIENT_ID = "blason-openedx"


class Server(ThreadingMixIn, WSGIServer):
    """One thread per request: the tool asks for the keys while a browser waits."""

    daemon_threads = True


class Handler(WSGIRequestHandler):
    """Logs to standard error, one line per request, without the tokens in the query."""

    def log_request(self, code="-", size="-"):
        print(self.command, self.path.split("?")[0], code, file=sys.stderr, flush=True)


class PagedRoster:
    """Asks for the roster page by page, as a tool would that adds `limit` to its address: the pages, and the link from
    each to the next, are Open edX's own."""

    def __init__(self, application, members_per_page: int):
        self.application = application
        self.members_per_page = members_per_page

    def __call__(self, environ, start_response):
        query = environ.get("QUERY_STRING", "")
        if environ.get("PATH_INFO", "").endswith("/memberships") and "limit=" not in query:
            limit = f"limit={self.members_per_page}"
            environ["QUERY_STRING"] = f"{query}&{limit}" if query else limit
        return self.application(environ, start_response)


def fill(tool: str) -> None:
    """Creates the tables, the people and the one block, which opens `tool`."""
    from django.core.management import call_command
    from lti_consumer.models import CourseAllowPIISharingInLTIFlag, Lti1p3Passport, LtiConfiguration
    from opaque_keys.edx.keys import UsageKey

    call_command("migrate", verbosity=0)
    stand_ins.create_people()
    block = UsageKey.from_string(stand_ins.BLOCK)
    CourseAllowPIISharingInLTIFlag.objects.create(course_id=block.course_key, enabled=True)
    LtiConfiguration.objects.create(
        version=LtiConfiguration.LTI_1P3,
        config_store=LtiConfiguration.CONFIG_ON_DB,
        location=block,
        lti_1p3_passport=Lti1p3Passport.objects.create(
            name="Blason",
            lti_1p3_client_id=CLIENT_ID,
            lti_1p3_tool_keyset_url=f"{tool}/lti/jwks.json",
        ),
        lti_1p3_oidc_url=f"{tool}/lti/login",
        lti_1p3_launch_url=f"{tool}/lti/launch",
        lti_advantage_deep_linking_enabled=True,
        lti_advantage_deep_linking_launch_url=f"{tool}/lti/launch",
        lti_advantage_enable_nrps=True,
        lti_advantage_ags_mode="programmatic",
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--listen", default="127.0.0.1:8090", help="address and port to listen on")
    arguments.add_argument("--tool", default="http://127.0.0.1:8080", help="address of the tool, without a path")
    arguments.add_argument("--members-per-page", type=int, help="gives the roster in pages of so many people")
    chosen = arguments.parse_args()
    host, port = chosen.listen.rsplit(":", 1)

    settings.configure(f"http://{chosen.listen}")
    import django

    django.setup()
    stand_ins.install()
    fill(chosen.tool.rstrip("/"))

    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    if chosen.members_per_page:
        application = PagedRoster(application, chosen.members_per_page)
    make_server(host, int(port), application, Server, Handler).serve_forever()


if __name__ == "__main__":
    main()
