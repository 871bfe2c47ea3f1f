"""What no page may do while a test looks on: complain, break the policy, call elsewhere, fail."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response


@dataclass
class Watch:
    """Collects complaints of every page of a context. `allow("422")` says what is expected."""

    addresses: tuple[str, ...]
    complaints: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def allow(self, *parts: str) -> None:
        """Expect complaints that hold one of these words."""
        self.allowed += parts

    def follow(self, context: BrowserContext) -> None:
        context.on("page", self._follow_page)

    def unexpected(self) -> list[str]:
        return [c for c in self.complaints if not any(part in c for part in self.allowed)]

    def _follow_page(self, page: Page) -> None:
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("response", self._see)
        page.on("request", self._see_request)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console: {message.text}")

    def _see(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"answer: {response.status} {response.url}")

    def _see_request(self, request: Request) -> None:
        if not request.url.startswith((*self.addresses, "blob:", "about:")):
            self.complaints.append(f"third party: {request.url}")
