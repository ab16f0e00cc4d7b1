// SPDX-License-Identifier: GPL-3.0-or-later
// Forced into every source of the engine (-include). Qt's common include folder lets <QtWidgets/QWidget> be found
// whatever a target links; what these libraries mark their classes with is poisoned, so that such an include is an
// error.
#pragma GCC poison Q_WIDGETS_EXPORT Q_CHARTS_EXPORT Q_GUI_EXPORT Q_SVG_EXPORT
