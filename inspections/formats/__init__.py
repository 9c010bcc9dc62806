"""How dates are written on pages and at the desk; where Django looks for it: ``FORMAT_MODULE_PATH``."""
