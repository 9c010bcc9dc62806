"""How dates are written on pages and in the editors' admin; where Django looks for it: ``FORMAT_MODULE_PATH``."""
