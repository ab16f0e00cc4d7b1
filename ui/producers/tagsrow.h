// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/onceaclick.h"
#include "engine.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStringListModel;

namespace linernotes::ui
{

class FlowLayout;

/// A producer's tags: a button each, which takes it away, and a field for the next. What is refused is said below.
class TagsRow : public QWidget
{
    Q_OBJECT

public:
    TagsRow(ProducerActions &actions, QWidget *parent);

    void show(qint64 personId, const QStringList &tags);
    using QWidget::show;
    void setKnownTags(const QStringList &tags);
    void focusField();
    [[nodiscard]] QWidget *field() const; ///< the first of it that takes the focus

Q_SIGNALS:
    void changed();
    void told(const QString &message);
    void failed(const linernotes::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add();
    void remove(const QString &tag);

    ProducerActions &m_actions;
    qint64 m_personId = 0;
    QString m_added; ///< a moment ago: Ctrl+Z takes it away again
    bool m_isAdding = false;
    OnceAClick m_removing;
    QStringList m_tags;
    QWidget *m_chips;
    FlowLayout *m_layout;
    QLineEdit *m_field;
    QLabel *m_problem;
    QStringListModel *m_known;
};

} // namespace linernotes::ui
