<?php
// Adds posts that the seeding has none of. Prints their ids as JSON.
//   php add.php --www=DIR --json='[{"post_title": …, "post_date_gmt": …, "post_type": …}]'
$options = getopt('', ['www:', 'json:']);
$_SERVER['HTTP_HOST'] = '127.0.0.1'; $_SERVER['REQUEST_METHOD'] = 'GET'; $_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require $options['www'].'/wp-load.php';
$ids = [];
foreach (json_decode($options['json'], true) as $post) {
  if (isset($post['post_date_gmt'])) $post['post_date'] = get_date_from_gmt($post['post_date_gmt']);
  $ids[] = wp_insert_post(wp_slash($post + ['post_type' => 'post', 'post_status' => 'publish', 'post_author' => 2]));
}
echo json_encode($ids);
