"""Two amounts compared, whatever units and signs their tables have."""

from __future__ import annotations

from decimal import Decimal

from generator.diagnostics.values import dataclass
from generator.domain.belopp import Belopp
from generator.domain.hamtning import POWERS, is_cost
from generator.domain.tabell import Tabell


@dataclass(frozen=True, slots=True)
class Measure:
    """What the amounts of two tables are compared in: a unit, and whether their signs mean the opposite.

    ``unit`` is empty when they cannot be compared: per cent with kronor.
    """

    unit: str
    old_power: int
    new_power: int
    turned: bool

    def difference(self, old: Belopp, new: Belopp) -> Decimal | None:
        """Return how much more the new amount is, in ``unit``; None when that cannot be said."""
        if self.turned or self._unequal:
            return None
        return new.value.scaleb(self.new_power) - old.value.scaleb(self.old_power)

    def is_same(self, old: Belopp, new: Belopp) -> bool:
        """Tell whether the amounts are one; in another unit, as far as the coarser one tells."""
        if self._unequal:
            return str(old) == str(new)
        one, other = old.value.scaleb(self.old_power), new.value.scaleb(self.new_power)
        return abs(one + other if self.turned else other - one) <= self._slack(old, new)

    @property
    def _unequal(self) -> bool:
        return self.old_power < 0

    def _slack(self, old: Belopp, new: Belopp) -> Decimal:
        """Return half of the last place of the amount in the larger unit: it may have been rounded."""
        if self.old_power == self.new_power:
            return Decimal(0)
        coarse = old.value.scaleb(self.old_power) if self.old_power else new.value.scaleb(self.new_power)
        exponent = coarse.as_tuple().exponent
        return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)


def measure(old: Tabell, new: Tabell) -> Measure:
    """Return what the amounts of two tables are compared in: the smaller of two units of money."""
    turned = {is_cost(old.tecken), is_cost(new.tecken)} == {True, False}
    if old.enhet == new.enhet:
        return Measure(old.enhet, 0, 0, turned)
    if old.enhet in POWERS and new.enhet in POWERS:
        one, other = POWERS[old.enhet], POWERS[new.enhet]
        least = min(one, other)
        return Measure(old.enhet if one == least else new.enhet, one - least, other - least, turned)
    return Measure("", -1, -1, turned)
