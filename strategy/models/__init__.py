from strategy.models.strategies import Need, Section, Strategy

__all__ = ["Need", "Section", "Strategy"]
