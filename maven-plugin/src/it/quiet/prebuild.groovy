import io.github.pg1c.maven.operate.SimulatedCluster

def cluster = new SimulatedCluster('pg1', 'pg2')
cluster.leads('nobody')
cluster.answers('POST /reload', 503, 'busy')
context.put('cluster', cluster)
def config = new File(basedir, '.mvn/maven.config')
config.parentFile.mkdirs()
config.text = ['-Dpg1c.cluster=main', '-Dpg1c.language=en', "-Dpg1c.endpoints=${cluster.uri()}"].join('\n')
return true
