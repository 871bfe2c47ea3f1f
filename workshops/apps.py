from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class WorkshopsConfig(AppConfig):
    name = "workshops"
    verbose_name = "Workshops"

    def ready(self) -> None:
        """Let every installed app bring its activities (see workshops/activities.py)."""
        autodiscover_modules("activity")
        from live.clock_watch import when_clock_is_set  # models can be imported now

        from .clock import clock_was_set

        when_clock_is_set(clock_was_set)
