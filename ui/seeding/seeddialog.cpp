// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeding/seeddialog.h"

#include "common/flowlayout.h"
#include "common/icons.h"
#include "common/plainbox.h"
#include "common/snugdialog.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "seeding/seedlinedelegate.h"
#include "seeding/seedlinesmodel.h"
#include "seeding/seedtext.h"

#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace linernotes::ui
{
namespace
{

/// Between the last key and the reading of the text.
constexpr std::chrono::milliseconds understandDelay{60};
/// So many lines are soon typed again.
constexpr int fewLines = 3;

QLabel *caption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(Theme::instance().font(TypeStep::Strong));
    return label;
}

/// Lines are counted in the text and not in its blocks: what Shift+Enter makes is a line of the same block.
int lineOf(const QTextCursor &cursor)
{
    return static_cast<int>(cursor.document()->toPlainText().first(cursor.position()).count(QLatin1Char('\n')));
}

/// Null: there is no such line.
QTextCursor startOfLine(QTextDocument *document, int line)
{
    const auto text = document->toPlainText();
    qsizetype start = 0;
    for (; line > 0; --line) {
        start = text.indexOf(QLatin1Char('\n'), start) + 1;
        if (start == 0)
            return {};
    }
    QTextCursor cursor(document);
    cursor.setPosition(static_cast<int>(start));
    return cursor;
}

int filledLines(const QTextDocument &text)
{
    const auto lines = text.toPlainText().split(QLatin1Char('\n'));
    return static_cast<int>(
        std::ranges::count_if(lines, [](const QString &line) { return !line.trimmed().isEmpty(); }));
}

} // namespace

SeedDialog::SeedDialog(QWidget *parent)
    : QDialog(parent)
    , m_model(new SeedLinesModel(this))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("seedDialog"));
    setWindowTitle(tr("Seed artists"));
    setAcceptDrops(true);
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeInput());
    splitter->addWidget(makeUnderstood());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3); // the reasons for what is not understood are sentences
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(4), theme.space(4), theme.space(4), theme.space(4));
    layout->setSpacing(theme.space(3));
    layout->addWidget(splitter, 1);
    layout->addWidget(makeFoot());
    resize(QSize(theme.figureWidth(TypeStep::Body, 125), theme.space(130)).boundedTo(SnugDialog::mostOnScreen(*this)));

    m_timer.setSingleShot(true);
    m_timer.setInterval(understandDelay);
    connect(&m_timer, &QTimer::timeout, this, &SeedDialog::understand);
    showUnderstood();
    m_text->setFocus();
}

QWidget *SeedDialog::makeInput()
{
    auto *side = new QWidget(this);
    m_text = new QPlainTextEdit(side);
    m_text->setObjectName(QStringLiteral("seedText"));
    m_text->setAccessibleName(tr("Artists, one a line"));
    m_text->setPlaceholderText(
        tr("One artist a line: a name, a Spotify link, URI or id.\n\nPaste a list, or drop a .txt or "
           ".csv file here."));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    m_text->viewport()->installEventFilter(this);
    auto *file = new QPushButton(tr("Open a file…"), side);
    file->setObjectName(QStringLiteral("seedOpenFile"));
    file->setAutoDefault(false);
    auto *top = new QHBoxLayout;
    top->addWidget(caption(tr("Artists"), side), 1);
    top->addWidget(file);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_text, 1);
    connect(m_text, &QPlainTextEdit::textChanged, this, &SeedDialog::textChanged);
    connect(file, &QPushButton::clicked, this, &SeedDialog::chooseFile);
    return side;
}

QWidget *SeedDialog::makeUnderstood()
{
    auto *side = new QWidget(this);
    m_list = new QListView(side);
    m_list->setObjectName(QStringLiteral("seedUnderstood"));
    m_list->setAccessibleName(tr("The lines as understood"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SeedLineDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust); // a reason takes as many lines as it needs
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(makeCounts(side));
    layout->addWidget(m_list, 1);
    connect(m_list, &QListView::clicked, this, &SeedDialog::showInText);
    return side;
}

/// How many of each; those that are not understood lead to one after the other.
QLayout *SeedDialog::makeCounts(QWidget *parent)
{
    auto *title = caption(tr("As understood"), parent);
    title->setMinimumHeight(Theme::instance().space(7)); // both sides' heads are as high as the button in one of them
    m_counts = new QLabel(parent);
    m_counts->setObjectName(QStringLiteral("seedCounts"));
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_counts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_counts->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_invalid = new QPushButton(icon(QStringLiteral("warning")), {}, parent);
    m_invalid->setObjectName(QStringLiteral("seedNextInvalid"));
    m_invalid->setAutoDefault(false);
    m_invalid->setToolTip(tr("Go to the next one (F8)"));
    m_invalid->hide();
    connect(m_invalid, &QPushButton::clicked, this, &SeedDialog::goToNextInvalid);
    connect(new QShortcut(Qt::Key_F8, this), &QShortcut::activated, this, &SeedDialog::goToNextInvalid);
    auto *line = new FlowLayout;
    line->setSpacing(Theme::instance().space(2));
    for (auto *part :
         {static_cast<QWidget *>(title), static_cast<QWidget *>(m_counts), static_cast<QWidget *>(m_invalid)})
        line->addWidget(part);
    return line;
}

void SeedDialog::goToNextInvalid()
{
    const auto next = m_model->nextInvalid(lineOf(m_text->textCursor()));
    if (!next.isValid())
        return;
    m_list->setCurrentIndex(next);
    showInText(next);
}

/// The line is marked, for the cursor is seen only where the keys go.
void SeedDialog::showInText(const QModelIndex &row)
{
    QTextEdit::ExtraSelection mark;
    mark.cursor = startOfLine(m_text->document(), row.data(SeedLinesModel::LineRole).toInt());
    if (!row.isValid() || mark.cursor.isNull())
        return; // of a reading that is no longer true
    mark.format.setBackground(Theme::instance().colours().selection);
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    m_text->setTextCursor(mark.cursor);
    m_text->centerCursor();
    m_text->setExtraSelections({mark});
}

QWidget *SeedDialog::makeFoot()
{
    auto *foot = new QWidget(this);
    m_runName = new QLineEdit(foot);
    m_runName->setObjectName(QStringLiteral("seedRunName"));
    auto *nameLabel = new QLabel(tr("&Name of the run"), foot);
    nameLabel->setBuddy(m_runName);
    m_problem = new QLabel(foot);
    m_problem->setObjectName(QStringLiteral("seedProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setForegroundRole(QPalette::PlaceholderText);
    auto *cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setObjectName(QStringLiteral("seedCancel"));
    cancel->setAutoDefault(false);
    m_seed = new QPushButton(foot);
    m_seed->setObjectName(QStringLiteral("seedAccept"));
    m_seed->setProperty("primary", true);
    m_seed->setDefault(true);
    m_seed->setToolTip(keyLabel(Qt::CTRL | Qt::Key_Enter));
    auto *name = new QHBoxLayout;
    name->addWidget(nameLabel);
    name->addWidget(m_runName, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_seed);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(name);
    layout->addLayout(buttons);
    connect(m_runName, &QLineEdit::textEdited, this, [this](const QString &text) { m_isNameOwn = !text.isEmpty(); });
    connect(cancel, &QPushButton::clicked, this, &SeedDialog::reject);
    connect(m_seed, &QPushButton::clicked, this, &SeedDialog::accept);
    return foot;
}

void SeedDialog::textChanged()
{
    m_isStale = true;
    m_text->setExtraSelections({});
    if (!m_timer.isActive())
        m_timer.start();
}

void SeedDialog::understand()
{
    m_timer.stop();
    if (m_isReading)
        return; // its end looks again
    m_isReading = true;
    m_isStale = false;
    whenDone(understandSeeds(m_text->toPlainText()), this, [this](const std::vector<SeedLine> &lines) {
        m_isReading = false;
        m_model->setLines(lines);
        if (m_isStale) {
            understand();
            return;
        }
        showUnderstood();
        if (std::exchange(m_isWanted, false))
            accept();
    });
}

void SeedDialog::showUnderstood()
{
    const auto counts = m_model->counts();
    QStringList parts;
    if (counts.artists > 0)
        parts.append(tr("%Ln artist(s)", nullptr, static_cast<int>(counts.artists)));
    if (counts.duplicates > 0)
        parts.append(tr("%Ln duplicate(s)", nullptr, static_cast<int>(counts.duplicates)));
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    m_invalid->setText(tr("%Ln line(s) not understood", nullptr, static_cast<int>(counts.invalid)));
    m_invalid->setVisible(counts.invalid > 0);
    m_seed->setEnabled(counts.artists > 0);
    m_seed->setText(counts.artists > 0 ? tr("Seed %Ln artist(s)", nullptr, static_cast<int>(counts.artists))
                                       : tr("Seed"));
    m_problem->setText(counts.artists > 0       ? QString()
                           : counts.invalid > 0 ? tr("None of the lines names an artist.")
                                                : tr("Name at least one artist."));
    if (!m_isNameOwn)
        m_runName->setText(m_model->suggestedRunName());
}

void SeedDialog::accept()
{
    if (m_isStale || m_isReading) {
        m_isWanted = true;
        understand();
        return;
    }
    if (m_model->counts().artists > 0)
        QDialog::accept();
}

void SeedDialog::reject()
{
    const auto lines = filledLines(*m_text->document());
    if (lines <= fewLines) {
        QDialog::reject();
        return;
    }
    auto *box =
        new PlainBox(QStringLiteral("seedLossBox"), tr("Seed artists"),
                     tr("Leave without seeding? The %Ln line(s) are kept nowhere else.", nullptr, lines), {}, this);
    auto *yes = box->addButton(tr("Leave"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("seedLossYes"));
    auto *no = box->addButton(tr("Go on with the list"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QAbstractButton::clicked, this, [this] { QDialog::reject(); });
    box->open();
}

std::vector<ArtistDiscoveryMessage> SeedDialog::artists() const
{
    return m_model->artists();
}

void SeedDialog::tellProblem(const QString &text)
{
    m_problem->setText(text);
}

QStringList SeedDialog::leftOver() const
{
    return m_model->invalidLines();
}

QString SeedDialog::text() const
{
    return m_text->toPlainText();
}

void SeedDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
    m_text->moveCursor(QTextCursor::End);
}

QString SeedDialog::runName() const
{
    const auto name = m_runName->text().simplified();
    return name.isEmpty() ? m_model->suggestedRunName() : name;
}

void SeedDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a list of artists"), {}, tr("Lists (*.txt *.csv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SeedDialog::openFile);
    dialog->open();
}

void SeedDialog::openFile(const QString &path)
{
    whenDone(readSeedFile(path), this, [this](const Result<QString> &text) { addText(text); });
}

void SeedDialog::addText(const Result<QString> &text)
{
    if (!text) {
        tellProblem(errorText(text.error()));
        return;
    }
    auto cursor = m_text->textCursor();
    cursor.movePosition(QTextCursor::End);
    if (cursor.positionInBlock() > 0)
        cursor.insertText(QStringLiteral("\n"));
    cursor.insertText(*text); // one step of undo
    m_text->setTextCursor(cursor);
}

bool SeedDialog::takeFiles(const QMimeData *dropped)
{
    bool isTaken = false;
    for (const auto &url : dropped->urls()) {
        if (!url.isLocalFile())
            continue;
        openFile(url.toLocalFile());
        isTaken = true;
    }
    return isTaken;
}

void SeedDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void SeedDialog::dropEvent(QDropEvent *event)
{
    if (!takeFiles(event->mimeData()))
        addText(event->mimeData()->text());
    event->acceptProposedAction();
}

/// Enter in the list is no word for all of it.
void SeedDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        accept();
    else if (isReturn && m_list->hasFocus())
        showInText(m_list->currentIndex());
    else
        QDialog::keyPressEvent(event);
}

bool SeedDialog::eventFilter(QObject *watched, QEvent *event)
{
    // The editor would begin a line with it.
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isReturn && key->modifiers().testFlag(Qt::ControlModifier)) {
            keyPressEvent(key);
            return true;
        }
    }
    // The editor would take a dropped file as the text of its address.
    if (event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        if (takeFiles(drop->mimeData())) {
            drop->acceptProposedAction();
            return true;
        }
    } else if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto *drag = static_cast<QDragMoveEvent *>(event);
        if (drag->mimeData()->hasUrls()) {
            drag->acceptProposedAction();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace linernotes::ui
