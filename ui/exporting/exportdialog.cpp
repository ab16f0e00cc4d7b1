// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportdialog.h"

#include "common/plainbox.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace linernotes::ui
{
namespace
{

/// Why a path can't be written to; empty: it can, for all that can be seen from here.
QString problemOf(const QString &path)
{
    const QFileInfo file(path);
    if (path.isEmpty())
        return ExportDialog::tr("Enter the file to write.");
    if (file.isDir())
        return ExportDialog::tr("This is a folder. Add the name of the file.");
    const auto folder = file.absolutePath();
    if (!QFileInfo(folder).isDir())
        return ExportDialog::tr("There is no folder “%1”.").arg(QDir::toNativeSeparators(folder));
    if (!QFileInfo(folder).isWritable())
        return ExportDialog::tr("The folder “%1” can't be written to.").arg(QDir::toNativeSeparators(folder));
    return {};
}

enum Scope { OfFilter, Everything };

QString folderKey()
{
    return QStringLiteral("exportDialog/folder");
}

QString byteOrderMarkKey()
{
    return QStringLiteral("exportDialog/byteOrderMark");
}

QString defaultFolder()
{
    auto last = QSettings().value(folderKey()).toString();
    if (!last.isEmpty() && QFileInfo(last).isDir())
        return last;
    const auto documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace

ExportDialog::ExportDialog(ProducerQuery shown, std::optional<qint64> total, QWidget *parent)
    : SnugDialog(parent)
    , m_shown(std::move(shown))
    , m_total(total)
    , m_kinds(new QButtonGroup(this))
    , m_scopes(new QButtonGroup(this))
    , m_byteOrderMark(new QCheckBox(tr("Byte order &mark, which Excel needs to read names in all scripts"), this))
    , m_path(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_export(new QPushButton(tr("Export"), this))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export CSV"));
    m_byteOrderMark->setObjectName(QStringLiteral("exportByteOrderMark"));
    m_byteOrderMark->setChecked(QSettings().value(byteOrderMarkKey()).toBool()); // who needs it once needs it always
    m_note->setObjectName(QStringLiteral("exportNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("exportCancel"));
    cancel->setAutoDefault(false);
    m_export->setObjectName(QStringLiteral("exportAccept"));
    m_export->setProperty("primary", true);
    m_export->setDefault(true);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(theme.space(4));
    form->setVerticalSpacing(theme.space(3));
    form->addRow(tr("What"), makeKinds());
    form->addRow(tr("Rows"), makeScopes());
    auto *file = new QLabel(tr("&File"), this);
    file->setBuddy(m_path); // and not the row it stands in, as the form would have it
    form->addRow(file, makePath());
    form->addRow(QString(), m_byteOrderMark);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_note, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(5), theme.space(5), theme.space(5), theme.space(4));
    layout->setSpacing(theme.space(4));
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addLayout(buttons);
    setUsualWidth(75);

    connect(m_kinds, &QButtonGroup::idToggled, this, &ExportDialog::suggestPath);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_isPathOwn = true; });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::begin);
    orderTabs(cancel);
    suggestPath();
    m_export->setFocus();
}

/// As it is read, not as it was made.
void ExportDialog::orderTabs(QWidget *cancel)
{
    QList<QWidget *> order;
    for (auto *button : m_kinds->buttons() + m_scopes->buttons())
        order.append(button);
    order += {m_path, findChild<QWidget *>(QStringLiteral("exportBrowse")), m_byteOrderMark, cancel, m_export};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

QWidget *ExportDialog::makeKinds()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    struct Kind {
        ExportKind kind;
        QString text;
        QString objectName;
    };
    for (const auto &kind : {Kind{ExportKind::Producers, tr("&Producers"), QStringLiteral("exportProducers")},
                             Kind{ExportKind::Credits, tr("&Credits"), QStringLiteral("exportCredits")},
                             Kind{ExportKind::Profiles, tr("Pr&ofiles"), QStringLiteral("exportProfiles")}}) {
        auto *button = new QRadioButton(kind.text, row);
        button->setObjectName(kind.objectName);
        button->setChecked(kind.kind == ExportKind::Producers);
        m_kinds->addButton(button, static_cast<int>(kind.kind));
        layout->addWidget(button);
    }
    layout->addStretch(1);
    return row;
}

QWidget *ExportDialog::makeScopes()
{
    auto *rows = new QWidget(this);
    auto *layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, 0, 0);
    const bool isFiltered = m_shown.isNarrowed();
    auto *filtered = new QRadioButton(scopeText(), rows);
    filtered->setObjectName(QStringLiteral("exportFiltered"));
    filtered->setEnabled(isFiltered);
    filtered->setChecked(isFiltered);
    auto *everything = new QRadioButton(tr("Everything"), rows);
    everything->setObjectName(QStringLiteral("exportEverything"));
    everything->setChecked(!isFiltered);
    m_scopes->addButton(filtered, OfFilter);
    m_scopes->addButton(everything, Everything);
    layout->addWidget(filtered);
    layout->addWidget(everything);
    return rows;
}

/// What the filter leaves, with their number where it is known by now.
QString ExportDialog::scopeText() const
{
    const auto count = m_total ? tr("%Ln producer(s)", nullptr, static_cast<int>(*m_total)) : QString();
    if (m_shown.ids)
        return tr("Those selected: %1").arg(count);
    if (!m_shown.isNarrowed())
        return tr("Those of the current filter (none is set)");
    const auto filter = m_shown.filter.isEmpty()
        ? tr("Those of the current filter")
        : tr("Those of the filter “%1”").arg(buttonText(isolated(shortened(m_shown.filter))));
    return count.isEmpty() ? filter : tr("%1: %2").arg(filter, count);
}

QWidget *ExportDialog::makePath()
{
    auto *row = new QWidget(this);
    m_path->setObjectName(QStringLiteral("exportPath"));
    m_path->setAccessibleName(tr("File to write"));
    auto *browse = new QPushButton(tr("Browse…"), row);
    browse->setObjectName(QStringLiteral("exportBrowse"));
    browse->setAutoDefault(false);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_path, 1);
    layout->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::choosePath);
    return row;
}

void ExportDialog::suggestPath()
{
    if (m_isPathOwn)
        return;
    static const QStringList names{QStringLiteral("producers"), QStringLiteral("credits"), QStringLiteral("profiles")};
    const QDir folder(defaultFolder());
    m_path->setText(QDir::toNativeSeparators(
        folder.filePath(QStringLiteral("linernotes-%1.csv").arg(names.value(m_kinds->checkedId())))));
}

void ExportDialog::choosePath()
{
    auto *dialog = new QFileDialog(this, tr("Export CSV"), m_path->text(), tr("CSV (*.csv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_isPathOwn = true;
        m_path->setText(QDir::toNativeSeparators(path));
        m_agreed = this->path();
    });
    dialog->open();
}

QString ExportDialog::path() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

void ExportDialog::begin()
{
    if (QFileInfo::exists(path()) && path() != m_agreed)
        askToReplace();
    else
        finish();
}

void ExportDialog::askToReplace()
{
    auto *box = new PlainBox(QStringLiteral("exportReplaceBox"), tr("Export CSV"),
                             tr("Replace “%1”?").arg(shortened(QFileInfo(path()).fileName())),
                             tr("What stands in it now is lost."), this);
    auto *yes = box->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("exportReplaceYes"));
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(yes, &QAbstractButton::clicked, this, &ExportDialog::finish);
    box->open();
}

void ExportDialog::finish()
{
    QSettings settings;
    settings.setValue(folderKey(), QFileInfo(path()).absolutePath());
    settings.setValue(byteOrderMarkKey(), m_byteOrderMark->isChecked());
    accept();
}

void ExportDialog::check()
{
    const auto problem = problemOf(path());
    m_export->setEnabled(problem.isEmpty());
    m_note->setText(!problem.isEmpty()              ? problem
                        : QFileInfo::exists(path()) ? tr("The file exists and will be replaced.")
                                                    : QString());
}

std::optional<qint64> ExportDialog::expectedProducers() const
{
    return request().producers.choosesAs(m_shown) ? m_total : std::nullopt;
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.kind = static_cast<ExportKind>(m_kinds->checkedId());
    request.format = ExportFormat::Csv;
    request.path = QFileInfo(path()).absoluteFilePath();
    request.byteOrderMark = m_byteOrderMark->isChecked();
    request.producers = m_shown; // the order of the table in either case
    if (m_scopes->checkedId() == Everything)
        request.producers = {.filter = {}, .sort = m_shown.sort, .descending = m_shown.descending};
    return request;
}

} // namespace linernotes::ui
