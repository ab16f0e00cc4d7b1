// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/banner.h"
#include "engine.h"

#include <QFuture>

namespace linernotes::ui
{

class ProducerList;
class ProducersModel;

/// Says so where all loaded rows are selected and more fit the filter, and takes these too if that is meant: what is
/// done with the selection is then done with all of them, and not with the rows alone.
class SelectionBanner : public Banner
{
    Q_OBJECT

public:
    /// `actions`, `model` and `list` must outlive it.
    SelectionBanner(ProducerActions &actions, const ProducersModel &model, ProducerList &list, QWidget *parent);

    [[nodiscard]] QAction *selectAll() const { return m_selectAll; }
    /// After every change of what is selected, or of how many there are.
    void follow();

Q_SIGNALS:
    void failed(const linernotes::Error &error);

private:
    void selectWhole();

    ProducerActions &m_actions;
    const ProducersModel &m_model;
    ProducerList &m_list;
    QAction *m_selectAll;
    QPushButton *m_button;
    QFuture<Result<std::vector<qint64>>> m_asked;
};

} // namespace linernotes::ui
