// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/rolewords.h"

#include <QTest>

using namespace linernotes;

class RolesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeLabelIsARole_data();
    void wholeLabelIsARole();
    void otherLabelIsNone_data();
    void otherLabelIsNone();
    void nameAndRoleAreOneToOne();
    void producingAndWritingMakeAProducer();
    void theyAreFoundByWhatPeopleCallThem();
};

void RolesTest::theyAreFoundByWhatPeopleCallThem()
{
    QCOMPARE(roleCalled(QStringLiteral("performer")), std::optional(Role::Collaborator));
    QCOMPARE(roleCalled(QStringLiteral("COLLABORATOR")), std::optional(Role::Collaborator));
    QCOMPARE(roleCalled(QStringLiteral("Co-Producer")), std::optional(Role::CoProducer));
    QCOMPARE(roleCalled(QStringLiteral("producers")), std::nullopt);
    QCOMPARE(rolesWithWord(QStringLiteral("performer")), QStringList{QStringLiteral("collaborator")});
    QCOMPARE(rolesWithWord(QStringLiteral("collaborator")), QStringList{QStringLiteral("collaborator")});
    QCOMPARE(rolesWithWord(QStringLiteral("execu")), QStringList{QStringLiteral("executive_producer")});
    QCOMPARE(rolesWithWord(QStringLiteral("produ")).size(), 6);
    QVERIFY(rolesWithWord(QStringLiteral("prod")).isEmpty()); // somebody's name begins so
}

void RolesTest::wholeLabelIsARole_data()
{
    QTest::addColumn<QString>("role");
    const auto row = [](const char *label, const char *role) { QTest::newRow(label) << QString::fromUtf8(role); };
    row("Producer", "producer");
    row("  producer ", "producer");
    row("Produced By", "producer");
    row("Co-Producer", "co_producer");
    row("Co\u2010Producer", "co_producer");
    row("Additional Production", "additional_producer");
    row("Additional Producer", "additional_producer");
    row("Vocal Producer", "vocal_producer");
    row("Vocal Production", "vocal_producer");
    row("Assistant Producer", "assistant_producer");
    row("Executive Producer", "executive_producer");
    row("Executive Producers", "executive_producer");
    row("Songwriter", "writer");
    row("Written By", "writer");
    row("Composer", "composer");
    row("Lyricist", "lyricist");
}

void RolesTest::wholeLabelIsARole()
{
    const auto role = roleFromLabel(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(role);
    QTEST(roleName(*role), "role");
}

void RolesTest::otherLabelIsNone_data()
{
    QTest::addColumn<QString>("label");
    for (const auto *label : {"",
                              "Production Manager",
                              "Production Coordinator",
                              "Programmer",
                              "Engineer",
                              "Additional Engineering",
                              "Mixing Engineer",
                              "Mastering Engineer",
                              "Assistant Mixing Engineer",
                              "Keyboards",
                              "Piano",
                              "Guitar",
                              "Drums",
                              "Mellotron",
                              "Label",
                              "Copyright ©",
                              "Phonographic Copyright ℗",
                              "Distributor",
                              "Video Producer",
                              "Music Video Producer",
                              "Producer of the Video",
                              "Reproducer",
                              "Publisher",
                              "Collaborator"})
        QTest::addRow("label '%s'", label) << QString::fromUtf8(label);
}

void RolesTest::otherLabelIsNone()
{
    QFETCH(QString, label);
    QVERIFY(!roleFromLabel(label));
}

void RolesTest::nameAndRoleAreOneToOne()
{
    for (const auto *name : {"producer", "co_producer", "additional_producer", "vocal_producer", "assistant_producer",
                             "executive_producer", "writer", "composer", "lyricist", "collaborator"}) {
        const auto role = roleFromName(QString::fromLatin1(name));
        QVERIFY2(role, name);
        QCOMPARE(roleName(*role), QString::fromLatin1(name));
    }
    QVERIFY(!roleFromName(QStringLiteral("Producer")));
    QVERIFY(!roleFromName({}));
}

void RolesTest::producingAndWritingMakeAProducer()
{
    QVERIFY(isProducing(Role::Producer) && isProducing(Role::AssistantProducer)
            && isProducing(Role::ExecutiveProducer));
    QVERIFY(!isProducing(Role::Writer) && !isProducing(Role::Collaborator));
    QVERIFY(isWriting(Role::Lyricist) && !isWriting(Role::Producer));
    QVERIFY(makesProducer(Role::CoProducer) && makesProducer(Role::Composer) && !makesProducer(Role::Collaborator));
}

QTEST_APPLESS_MAIN(RolesTest)
#include "tst_roles.moc"
