<?php
// Writes down every request, then lets the site's own router answer it.
register_shutdown_function(fn() => file_put_contents(__DIR__.'/log/requests.ndjson', json_encode([
  'path' => $_SERVER['REQUEST_URI'], 'status' => http_response_code(),
  'conditional' => isset($_SERVER['HTTP_IF_NONE_MATCH']) || isset($_SERVER['HTTP_IF_MODIFIED_SINCE']),
  'agent' => $_SERVER['HTTP_USER_AGENT'] ?? '',
], JSON_UNESCAPED_SLASHES)."\n", FILE_APPEND | LOCK_EX));
return require __DIR__.'/site-router.php';
