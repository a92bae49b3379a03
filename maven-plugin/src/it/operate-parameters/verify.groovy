import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says(
        "pg1c.at: error PG1C-903: 'tomorrow' is not a time with its offset",
        "pg1c.endpoints: error PG1C-903: 'ftp://pg2' is not the address of a REST API",
        'pg1c.authority: error PG1C-904: there is no readable file ',
        "pg1c.server: error PG1C-903: settings.xml gives no login of 'nobody'",
        'pg1c: errors: 4; nothing was asked of a cluster',
        'pg1c: ни один узел не отвечает, ничего не известно о: 127.0.0.1')
