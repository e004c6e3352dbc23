"""Whom a noun means that nobody was given before: news varies the words for who was just spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.actors.anaphora import nearest
from newsreader.analysis.components.actors.pronouns import topic
from newsreader.analysis.components.actors.words import FINITE
from newsreader.analysis.components.wordsets import word_set
from newsreader.analysis.result import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.analysis.components.actors.cast import Cast
    from newsreader.analysis.components.actors.figures import Figure
    from newsreader.analysis.components.actors.roles import Described

_QUALITIES = word_set(
    """experte expertin politiker politikerin forscher forscherin wissenschaftler wissenschaftlerin ökonom ökonomin
    analyst analystin autor autorin historiker historikerin physiker physikerin chemiker chemikerin biologe biologin
    meteorologe meteorologin geologe geologin virologe virologin epidemiologe epidemiologin psychologe psychologin
    soziologe soziologin politologe politologin politikwissenschaftler theologe theologin philosoph philosophin
    jurist juristin mediziner medizinerin schauspieler schauspielerin sänger sängerin regisseur regisseurin
    schriftsteller schriftstellerin künstler künstlerin musiker musikerin sportler sportlerin rennfahrer
    weltmeister weltmeisterin olympiasieger olympiasiegerin unternehmer unternehmerin gründer gründerin star legende
    veteran aktivist aktivistin gewerkschafter gewerkschafterin banker bankerin volkswirt volkswirtin
    moderator moderatorin journalist journalistin promi profi"""
)
"""what somebody is by profession or fame, which can be said of whoever was just spoken of"""
_LEADERS = word_set("chef chefin boss vorsitzender vorsitzende geschäftsführer geschäftsführerin manager managerin")
_COACHES = word_set("trainer trainerin coach")
_SAME_POST = {
    "manager": _LEADERS, "managerin": _LEADERS, "konzernchef": _LEADERS, "konzernchefin": _LEADERS,
    "vorstandschef": _LEADERS, "vorstandschefin": _LEADERS, "firmenchef": _LEADERS, "firmenchefin": _LEADERS,
    "unternehmenschef": _LEADERS, "unternehmenschefin": _LEADERS, "vorstandsvorsitzende": _LEADERS,
    "vorstandsvorsitzender": _LEADERS, "trainer": _COACHES, "trainerin": _COACHES, "coach": _COACHES,
    "chefcoach": _COACHES, "cheftrainer": _COACHES, "cheftrainerin": _COACHES,
}  # fmt: skip
"""posts that say no more than another word for them did, with last parts of those words"""
_NEAR = 3
"""sentences in which who spoke last must have been mentioned to be meant"""


def varied(
    cast: Cast, position: int, role: Described, last: Figure | None, told: Sequence[tuple[int, int]] = ()
) -> Figure | None:
    """The named person whom another word for what he is means: "der Virologe" behind "Jan Weber von der Charité".

    Args:
        cast: the figures and where they are mentioned.
        position: the first token of the description.
        role: the description.
        last: who made the statement before, None where that does not matter.
        told: words of who is described, as stretches of tokens.
    """
    posts = _SAME_POST.get(role.role.noun)
    of_a_party = "-" in role.role.noun and role.role.part in {"politiker", "politikerin"}
    if posts is None and (of_a_party or role.role.part not in _QUALITIES):
        return None
    near = nearest(cast, position, role.sex, told)
    goes_on = last is not None and last.kind is ActorKind.PERSON and (role.sex is None or last.sex in {None, role.sex})
    if near is None:
        figure = last if goes_on and _was_last(cast, position, last) else None
    else:
        figure = near if near is last or (not goes_on and _is_subject(cast, position, near)) else None
    if figure is None or figure.kind is not ActorKind.PERSON:
        return None
    if posts is not None and figure.roles and not any(known.part in posts for known in figure.roles):
        return None  # "Trainer Weber lobte ... Der Manager sagte": that is another
    return figure


def _was_last(cast: Cast, position: int, figure: Figure | None) -> bool:
    """Whether somebody is the last person who was mentioned, not long ago."""
    least = cast.doc[position].sent.start
    for _ in range(_NEAR):
        least = cast.doc[least - 1].sent.start if least else 0
    return next((other for _, other in cast.before(position, least) if cast.is_person(other)), None) is figure


def _is_subject(cast: Cast, position: int, figure: Figure) -> bool:
    """Whether somebody stands where a subject does, in this sentence or the one before."""
    first = cast.doc[position].sent.start
    least = cast.doc[first - 1].sent.start if first else 0
    places = [place for place, other in cast.before(position, least) if other is figure]
    return any(topic(cast, place) > 0 or (topic(cast, place) == 0 and _behind_verb(cast, place)) for place in places)


def _behind_verb(cast: Cast, place: int) -> bool:
    """Whether a mention stands right behind a finite verb, as in a frame: ", sagte der Fahrer Weber"."""
    first = max(cast.doc[place].sent.start, place - 3)
    return any(token.tag_ in FINITE for token in cast.doc[first:place])
