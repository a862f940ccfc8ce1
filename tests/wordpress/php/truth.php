<?php
// What stands in the site, as WordPress' own functions tell it and not the interface that is under test. Prints JSON.
//   php truth.php --www=DIR
$options = getopt('', ['www:']);
$_SERVER['HTTP_HOST'] = '127.0.0.1'; $_SERVER['REQUEST_METHOD'] = 'GET'; $_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require $options['www'].'/wp-load.php';
$day = fn(string $gmt) => (new DateTimeImmutable($gmt, new DateTimeZone('UTC')))->setTimezone(new DateTimeZone('Europe/Oslo'))->format('Y-m-d');
$records = array_map(fn(WP_Post $post) => [
  'id' => $post->ID, 'type' => $post->post_type, 'url' => get_permalink($post), 'title' => $post->post_title,
  'published' => $day($post->post_date_gmt), 'updated' => $day($post->post_modified_gmt),
  'language' => get_post_meta($post->ID, 'hf_lang', true) ?: null,
], get_posts(['post_type' => ['post', 'page'], 'post_status' => 'publish', 'numberposts' => -1, 'orderby' => 'ID', 'order' => 'ASC']));
$files = get_posts(['post_type' => 'attachment', 'post_status' => 'inherit', 'numberposts' => -1, 'post_mime_type' => 'application']);
$persons = array_map(fn(WP_User $user) => [
  'name' => $user->display_name, 'email' => $user->user_email, 'hash' => md5(strtolower($user->user_email)), 'slug' => $user->user_nicename,
], get_users());
echo json_encode(['records' => $records, 'documents' => array_map('wp_get_attachment_url', wp_list_pluck($files, 'ID')), 'persons' => $persons], JSON_UNESCAPED_UNICODE);
