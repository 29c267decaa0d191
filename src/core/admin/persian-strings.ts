/**
 * Persian texts of the editor that the package lacks, by their names in its files of languages (MessageFormat 2). Messages
 * about its configuration, `config.…`, are left out: ours is generated, and tests load it.
 */
export const persianStrings: Readonly<Record<string, string>> = {
  select_item: 'گزینش {$name}',
  folders: 'پوشه‌ها',
  more_folders: 'پوشه‌های دیگر',
  sign_in_using_access_token_workflow_note:
    'چون بازبینی پیش از انتشار روشن است، این رمز باید اجازهٔ خواندن و نوشتن pull requestها را هم داشته باشد.',
  sign_in_with_link: 'ورود با پیوند',
  sign_in_with_link_confirmation:
    'این پیوند شما را با نام {$account} به {$service} وارد می‌کند و تنظیم‌های دستگاهی را که در آن ساخته شده است برمی‌دارد. تنها اگر خودتان آن را ساخته‌اید ادامه دهید.',
  domain: 'دامنه',
  file_unavailable: 'در دسترس نیست',
  file_unavailable_description: 'این پرونده خوانده نشد. شاید جابه‌جا یا حذف شده باشد.',
  back_to_parent_folder: 'برگشت به پوشهٔ بالاتر',
  new_folder: 'پوشهٔ تازه',
  new_folder_name: 'نام پوشه',
  new_folder_create: 'ساختن',
  new_folder_description: 'پوشهٔ تازه در «{$folder}» ساخته می‌شود.',
  'new_folder_error.empty': 'نام پوشه نمی‌تواند خالی باشد.',
  'new_folder_error.invalid': 'نام پوشه نمی‌تواند خط کج داشته باشد یا با نقطه آغاز شود.',
  'new_folder_error.duplicate': 'پوشه یا پرونده‌ای با این نام همین‌جا هست.',
  creating_folder: 'پوشه ساخته می‌شود…',
  creating_folder_failed: 'پوشه ساخته نشد.',
  folder_options: 'گزینه‌های پوشه',
  show_folder_options: 'نمایش گزینه‌های پوشه',
  rename_folder: 'تغییر نام پوشه',
  delete_folder: 'حذف پوشه',
  enter_new_name_for_folder:
    '.input {$count :integer} .match $count 0 {{نام تازه را بنویسید.}} * {{نام تازه را بنویسید. {$count} پروندهٔ این پوشه هم جابه‌جا می‌شود و خبرهایی که آن را به کار برده‌اند به‌روز می‌شوند.}}',
  enter_new_name_for_external_folder:
    '.input {$count :integer} .match $count 0 {{نام تازه را بنویسید.}} * {{نام تازه را بنویسید. {$count} پروندهٔ این پوشه هم جابه‌جا می‌شود و نشانی آن عوض می‌شود؛ خبرهایی را که آن را به کار برده‌اند به‌روز کنید.}}',
  confirm_deleting_folder:
    '.input {$count :integer} .match $count 0 {{پوشهٔ خالی «{$name}» حذف شود؟}} * {{پوشهٔ «{$name}» با {$count} پرونده‌اش حذف شود؟}}',
  renaming_folder: 'نام پوشه عوض می‌شود…',
  renaming_folder_failed: 'نام پوشه عوض نشد.',
  deleting_folder: 'پوشه حذف می‌شود…',
  deleting_folder_failed: 'پوشه حذف نشد.',
  replace_file: 'پروندهٔ دیگر',
  replace_image: 'تصویر دیگر',
  remove_file: 'برداشتن پرونده',
  remove_image: 'برداشتن تصویر',
  deleting_referenced_assets_note:
    '.input {$count :integer} .match $count one {{ارجاع به آن از یک خبر هم برداشته می‌شود.}} * {{ارجاع به آن از {$count} خبر هم برداشته می‌شود.}}',
  cannot_delete_referenced_assets:
    '.input {$count :integer} .match $count one {{این پرونده حذف نمی‌شود، زیرا خبرهای زیر بدون آن درست نیستند. نخست آن‌ها را اصلاح کنید.}} * {{این پرونده‌ها حذف نمی‌شوند، زیرا خبرهای زیر بدون آن‌ها درست نیستند. نخست خبرها را اصلاح کنید.}}',
  deleting_referenced_entries_note:
    '.input {$count :integer} .match $count one {{ارجاع به آن از یک خبر دیگر هم برداشته می‌شود.}} * {{ارجاع به آن از {$count} خبر دیگر هم برداشته می‌شود.}}',
  cannot_delete_referenced_entries:
    '.input {$count :integer} .match $count one {{این خبر حذف نمی‌شود، زیرا خبرهای زیر بدون آن درست نیستند. نخست آن‌ها را اصلاح کنید.}} * {{این خبرها حذف نمی‌شوند، زیرا خبرهای زیر بدون آن‌ها درست نیستند. نخست آن‌ها را اصلاح کنید.}}',
  show_errors: 'نمایش خطاها',
  folder_created: 'پوشه ساخته شد.',
  folder_path: 'مسیر پوشه',
  folder_contents: 'محتوا',
  x_folders: '.input {$count :integer} .match $count 0 {{بدون پوشه}} * {{{$count} پوشه}}',
  folder_renamed: 'نام پوشه عوض شد.',
  folder_deleted: 'پوشه حذف شد.',
  'entry_sidebar.slug.title': 'نشانی',
  'entry_sidebar.slug.generated_on_save':
    'نشانی هنگام ذخیره از متن ساخته می‌شود؛ اگر تاریخ و ساعت داشته باشد، از همان هنگام است.',
  'entry_sidebar.slug.unavailable': 'این متن نشانی ندارد.',
  'save_conflict.title': 'کس دیگری این متن را عوض کرده است',
  'save_conflict.modified_by': '{$name} در {$date}، پس از آنکه شما این متن را باز کردید، آن را عوض کرده است.',
  'save_conflict.modified': 'پس از آنکه این متن را باز کردید، در مخزن عوض شده است.',
  'save_conflict.deleted': 'پس از آنکه این متن را باز کردید، از مخزن حذف شده است.',
  'save_conflict.overwrite_warning': 'اگر اکنون ذخیره کنید، تغییرهای او از میان می‌رود.',
  'save_conflict.recreate_warning': 'اگر اکنون ذخیره کنید، متن دوباره ساخته می‌شود.',
  'save_conflict.save_anyway': 'با این همه ذخیره شود',
  'save_conflict.branch_moved': 'هنگام ذخیره، کس دیگری مخزن را به‌روز کرد. دوباره ذخیره کنید.',
  'remote_change.reload_entry': 'بازخوانی متن',
  'remote_change.confirm_reloading_entry': 'متن بازخوانی شود؟ تغییرهای ذخیره‌نشدهٔ شما از میان می‌رود.',
  list_item_options: 'گزینه‌های این مورد',
  'relation_field.save_together_hint': '«{$name}» تازه همراه همین متن ذخیره می‌شود.',
  'relation_field.add_failed': '«{$name}» افزوده نشد. جزئیات در کنسول مرورگر است.',
  'assets_dialog.title.folder': 'گزینش پوشه',
  'assets_dialog.selected_folder': 'پوشهٔ گزیده: {$path}',
  'assets_dialog.selected_folders': '.input {$count :integer} .match $count * {{{$count} پوشه برگزیده شد}}',
  'assets_dialog.no_subfolders': 'در این پوشه پوشهٔ دیگری نیست.',
  'cloud_storage.bunny_storage.auth_key_label': 'رمز فضای ذخیره',
  'status.deploying': 'در حال انتشار',
  'workflow.deploying_deletion': 'حذف',
};
