// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QToolButton;

namespace linernotes::ui
{

/// What producers can be narrowed to beside words: role, platform, confidence, since when, tag. On as many lines as
/// there is need of.
class ProducerFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit ProducerFilterBar(QWidget *parent);

    /// Sets what is chosen here in `query`; its words and its order stay.
    void applyTo(ProducerQuery &query) const;
    /// Shows it without a word of change.
    void show(const ProducerQuery &query);
    using QWidget::show;
    /// What is chosen stays, also if there is none of it any more.
    void setChoices(const ProducerChoices &choices);
    /// Tab goes through its fields as they are seen, between these two.
    void orderTabs(QWidget *before, QWidget *after);
    void showNarrowed(bool isNarrowed); ///< whether there is something to clear

Q_SIGNALS:
    void changed();
    void clearWanted();

private:
    QComboBox *makeChoice(const QString &objectName, const QString &name, const QString &any);
    void makeConfidence();
    void makeSince();
    [[nodiscard]] QList<QWidget *> fields() const;
    void chooseRun(qint64 run);
    void tell();

    QComboBox *m_role;
    QComboBox *m_platform;
    QComboBox *m_confidence = nullptr;
    QComboBox *m_since = nullptr;
    QDateEdit *m_date = nullptr;
    QComboBox *m_tag;
    QToolButton *m_clear;
    bool m_isShowing = false;
};

} // namespace linernotes::ui
