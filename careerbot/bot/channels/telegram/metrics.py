"""What Prometheus reads at /metrics."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from careerbot.bot.channels.telegram.events import Events, Turn

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics(Events):
    def __init__(self) -> None:
        all_of_it = self._registry = CollectorRegistry()
        ProcessCollector(registry=all_of_it)
        self._turns = Counter(
            "careerbot_turns", "Updates worked on to their end", ["intent", "outcome"], registry=all_of_it
        )
        self._seconds = Histogram(
            "careerbot_turn_seconds", "From the arrival of an update to its end", buckets=SECONDS, registry=all_of_it
        )
        self._in_flight = Gauge("careerbot_updates_in_flight", "Updates being worked on", registry=all_of_it)
        self._store = Counter(
            "careerbot_store_errors", "Calls to the store that failed", ["reason"], registry=all_of_it
        )
        self._telegram = Counter(
            "careerbot_telegram_errors", "Calls to Telegram that failed", ["method", "error"], registry=all_of_it
        )
        self._requests = Counter(
            "careerbot_webhook_requests", "Requests to the webhook by status", ["status"], registry=all_of_it
        )
        self._reloads = Counter("careerbot_reloads", "New knowledge taken or refused", ["outcome"], registry=all_of_it)

    def begins(self, turn: Turn) -> None:  # noqa: ARG002
        self._in_flight.inc()

    def ends(self, turn: Turn) -> None:
        self._in_flight.dec()
        self._seconds.observe(turn.seconds)
        outcome = "to_come_again" if turn.unfinished else turn.outcome
        for intent in turn.intents or ("none",):
            self._turns.labels(intent, outcome).inc()

    def store_failed(self, reason: str) -> None:
        self._store.labels(reason).inc()

    def telegram_failed(self, method: str, error: str) -> None:
        self._telegram.labels(method, error).inc()

    def answered(self, status: int) -> None:
        self._requests.labels(str(status)).inc()

    def reloaded(self, taken: bool) -> None:
        self._reloads.labels("taken" if taken else "refused").inc()

    def page(self) -> bytes:
        return generate_latest(self._registry)
