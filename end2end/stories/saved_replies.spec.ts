// What the team answers again and again.
import { expect, test } from "../support/demo.ts";
import { alive } from "../support/inbox.ts";
import { page as pageOf } from "../support/member.ts";

test("a reply is kept, changed and deleted", async ({ office, demo, noise }) => {
  await office.goto(pageOf(demo, "saved-replies"));
  await alive(office);
  const rows = office.getByRole("row");
  await office.getByRole("button", { name: "New reply" }).click();
  const dialog = office.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("One to 32 letters");
  await expect(dialog.getByLabel("Shortcut")).toBeFocused();
  await dialog.getByLabel("Shortcut").fill("/Fold");
  await dialog.getByLabel("Text").fill("Yes, it folds.\nIn ten seconds.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(rows.filter({ hasText: "/Fold" })).toContainText("In ten seconds.");

  await office.getByRole("button", { name: "New reply" }).click();
  await dialog.getByLabel("Shortcut").fill("FOLD");
  await dialog.getByLabel("Text").fill("Another");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Another reply has it");
  await noise.must(/422/);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await office.getByRole("button", { name: "Edit /Fold" }).click();
  await expect(dialog.getByLabel("Shortcut")).toHaveValue("Fold");
  await dialog.getByLabel("Text").fill("It folds.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(rows.filter({ hasText: "/Fold" })).toContainText("It folds.");
  await office.reload();
  await expect(rows.filter({ hasText: "/Fold" })).toContainText("It folds.");

  await alive(office);
  await office.getByRole("button", { name: "Delete /Fold" }).click();
  await expect(dialog.getByRole("heading", { name: "Delete /Fold?" })).toBeVisible();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(rows.filter({ hasText: "/Fold" })).toHaveCount(0);
  await office.goto(pageOf(demo, "activity"));
  await expect(office.getByRole("listitem").filter({ hasText: "/Fold" }).first()).toContainText("deleted the saved reply");
});
