// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/discarddialog.h"

#include "common/textlabel.h"
#include "common/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace linernotes::ui
{
namespace
{

constexpr int keptReasons = 8;

QString reasonsKey()
{
    return QStringLiteral("discardDialog/reasons");
}

} // namespace

DiscardDialog::DiscardDialog(qint64 letters, const QString &which, QWidget *parent)
    : SnugDialog(parent)
    , m_reason(new QComboBox(this))
    , m_discard(new QPushButton(tr("Discard %Ln letter(s)", nullptr, static_cast<int>(letters)), this))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("discardDialog"));
    const bool isOne = letters == 1;
    setWindowTitle(isOne ? tr("Discard a dead letter") : tr("Discard dead letters"));
    auto *about = new TextLabel(QStringLiteral("discardAbout"), TypeStep::Body, this);
    about->setText(which);
    about->setTextInteractionFlags(Qt::NoTextInteraction); // the keys go to the reason
    auto *question = new QLabel(isOne ? tr("&Why will nobody need it?") : tr("&Why will nobody need them?"), this);
    question->setFont(theme.font(TypeStep::Strong));
    question->setBuddy(m_reason);
    m_reason->setObjectName(QStringLiteral("discardReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setEditable(true);
    m_reason->setInsertPolicy(QComboBox::NoInsert);
    m_reason->addItems(QSettings().value(reasonsKey()).toStringList());
    m_reason->clearEditText();
    m_reason->lineEdit()->setPlaceholderText(tr("A few words, for whoever looks at this later"));
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a reason may be long
    setUsualWidth(62);
    auto *note = new QLabel(isOne ? tr("Its work is not done and not tried again. It stays in the records with the "
                                       "reason, and you can undo it.")
                                  : tr("Their work is not done and not tried again. They stay in the records with the "
                                       "reason, and you can undo it."),
                            this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("discardCancel"));
    cancel->setAutoDefault(false);
    m_discard->setObjectName(QStringLiteral("discardAccept"));
    m_discard->setProperty("primary", true);
    m_discard->setDefault(true);
    m_discard->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_discard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(4), theme.space(4), theme.space(4), theme.space(4));
    layout->setSpacing(theme.space(2));
    layout->addWidget(about);
    layout->addWidget(question);
    layout->addWidget(m_reason);
    layout->addWidget(note);
    layout->addStretch(1);
    layout->addLayout(buttons);
    connect(m_reason, &QComboBox::editTextChanged, this, [this] { m_discard->setEnabled(!reason().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_discard, &QPushButton::clicked, this, &DiscardDialog::accept);
    m_reason->setFocus();
}

QString DiscardDialog::reason() const
{
    return m_reason->currentText().simplified();
}

void DiscardDialog::accept()
{
    if (reason().isEmpty())
        return;
    QSettings settings;
    auto reasons = settings.value(reasonsKey()).toStringList();
    reasons.removeAll(reason());
    reasons.prepend(reason());
    settings.setValue(reasonsKey(), reasons.mid(0, keptReasons));
    SnugDialog::accept();
}

} // namespace linernotes::ui
