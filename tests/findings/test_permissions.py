"""the editors' groups have exactly the rights that the program declares."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from findings.permissions import ADMINISTRATORS, EDITORS, set_up_groups

pytestmark = pytest.mark.django_db


def rights(name: str) -> set[str]:
    permissions = Group.objects.get(name=name).permissions.select_related("content_type")
    return {f"{permission.content_type.app_label}.{permission.codename}" for permission in permissions}


def test_migrating_makes_both_groups():
    assert set(Group.objects.values_list("name", flat=True)) >= {EDITORS, ADMINISTRATORS}


def test_editors_see_everything_and_correct():
    views = Permission.objects.filter(
        codename__startswith="view_", content_type__app_label__in=("inspections", "findings", "ingest")
    )
    expected = {f"{p.content_type.app_label}.{p.codename}" for p in views.select_related("content_type")}
    assert expected <= rights(EDITORS)
    assert {"findings.change_finding", "inspections.change_judgement", "findings.add_correction"} <= rights(EDITORS)


def test_editors_do_not_change_users_nor_what_the_public_sees():
    mine = rights(EDITORS)
    assert not {right for right in mine if right.startswith("auth.")}
    assert "inspections.hide_report" not in mine


def test_administrators_can_do_all_that_editors_can_and_more():
    assert rights(EDITORS) < rights(ADMINISTRATORS)
    assert {"inspections.hide_report", "auth.add_user"} <= rights(ADMINISTRATORS)


def test_nobody_has_a_right_to_change_reference_data():
    kinds = ("authority", "statisticalneighbour", "framework", "frameworkdomain", "domain", "domainlineage", "grade")
    rights_to_change = {f"inspections.{verb}_{kind}" for kind in kinds for verb in ("add", "change")}
    assert rights(ADMINISTRATORS).isdisjoint(rights_to_change)


def test_nobody_has_a_right_to_delete():
    assert not {right for right in rights(ADMINISTRATORS) if ".delete_" in right}


def test_setting_up_again_restores_the_rights_and_changes_nothing_else():
    before = rights(EDITORS)
    other = Group.objects.create(name="Researchers")
    group = Group.objects.get(name=EDITORS)
    group.permissions.remove(*group.permissions.all()[:5])
    group.permissions.add(Permission.objects.get(codename="delete_finding"))
    for _ in range(2):
        set_up_groups()
    assert rights(EDITORS) == before
    assert Group.objects.filter(pk=other.pk).exists()
    assert Group.objects.filter(name=EDITORS).count() == 1


def test_the_migrate_command_sets_them_up():
    Group.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert "findings.change_finding" in rights(EDITORS)
